using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace IncidentOps.Console.Hosting;

/// <summary>Asks for values by name: mandatory parameters that were not given, and Read-Host.</summary>
internal sealed class FieldPrompt(QuestionLine line)
{
    private const string AskForHelp = "!?";

    public Dictionary<string, PSObject> Ask(string? caption, string? message, Collection<FieldDescription> fields)
    {
        line.DemandSomebody();
        ArgumentNullException.ThrowIfNull(fields);
        line.WriteHeading(caption, message);
        if (fields.Any(field => !string.IsNullOrEmpty(field.HelpMessage)))
        {
            line.WriteLine($"(Type {AskForHelp} for Help.)");
        }

        Dictionary<string, PSObject> answers = [];
        foreach (FieldDescription field in fields)
        {
            Type type = TypeOf(field);
            object? answer = typeof(IList).IsAssignableFrom(type) ? AskList(field, type) : AskValue(field, type, field.Name + ": ");
            answers.Add(field.Name, PSObject.AsPSObject(answer ?? ""));
        }

        return answers;
    }

    private static Type TypeOf(FieldDescription field) =>
        LanguagePrimitives.TryConvertTo(field.ParameterAssemblyFullName, CultureInfo.InvariantCulture, out Type type)
        || LanguagePrimitives.TryConvertTo(field.ParameterTypeFullName, CultureInfo.InvariantCulture, out type)
            ? type
            : typeof(string);

    private object AskList(FieldDescription field, Type type)
    {
        Type element = type.GetElementType() ?? typeof(object);
        ArrayList items = [];
        while (true)
        {
            object? item = AskValue(field, element, $"{field.Name}[{items.Count}]: ");
            if (item is null or "" or SecureString { Length: 0 })
            {
                return LanguagePrimitives.TryConvertTo(items, type, CultureInfo.InvariantCulture, out object list) ? list : items;
            }

            items.Add(item);
        }
    }

    private object? AskValue(FieldDescription field, Type type, string question)
    {
        if (type == typeof(SecureString))
        {
            line.Write(question);
            return line.ReadSecret();
        }

        if (type == typeof(PSCredential))
        {
            line.WriteLine(field.Name);
            return line.AskCredential(null, null, null, null);
        }

        while (true)
        {
            line.Write(question);
            string answer = line.ReadLine();
            if (answer == AskForHelp)
            {
                line.WriteLine(string.IsNullOrEmpty(field.HelpMessage) ? $"No help is available for {field.Name}." : field.HelpMessage);
                continue;
            }

            if (answer.Length == 0)
            {
                return answer;
            }

            if (LanguagePrimitives.TryConvertTo(answer, type, CultureInfo.InvariantCulture, out object value))
            {
                return value;
            }

            line.WriteLine($"\"{answer}\" is no {type.Name}.");
        }
    }
}
