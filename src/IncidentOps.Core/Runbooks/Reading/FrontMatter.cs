using IncidentOps.Core.Runbooks.Linting;
using IncidentOps.Procedures;
using IncidentOps.Runbooks;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IncidentOps.Core.Runbooks.Reading;

/// <summary>The YAML at the head of a runbook. What is wrong in it is a finding; the document works without.</summary>
internal sealed class FrontMatter
{
    private const int DeepestNesting = 20;

    public string? Title { get; private set; }

    public string? Severity { get; private set; }

    public IReadOnlyList<string> Services { get; private set; } = [];

    public IReadOnlyList<string> Symptoms { get; private set; } = [];

    public IReadOnlyList<RunbookParameter> Parameters { get; private set; } = [];

    public List<Finding> Findings { get; } = [];

    public static FrontMatter Read(string yaml, int line, string? path)
    {
        FrontMatter front = new();
        try
        {
            // The event stream instead of a deserializer: nothing is built that the text only refers to, and the
            // nesting stays in our hands.
            Parser parser = new(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _) && Load(parser, 0) is Dictionary<string, object?> values)
            {
                front.Take(values, line, path);
            }
        }
        catch (YamlException e)
        {
            front.Report(RunbookRules.FrontMatter, line + (int)e.Start.Line, path, $"The front matter is not valid YAML: {e.Message}", "Mend the YAML between the two --- lines.");
        }
        catch (InvalidOperationException)
        {
            // What the parser's scanner throws at some brackets that are never closed.
            front.Report(RunbookRules.FrontMatter, line, path, "The front matter is not valid YAML: a bracket or a quote is not closed.", "Mend the YAML between the two --- lines.");
        }

        return front;
    }

    private void Take(Dictionary<string, object?> values, int line, string? path)
    {
        Title = values.GetValueOrDefault("title") as string;
        Severity = values.GetValueOrDefault("severity") as string;
        Services = Texts(values.GetValueOrDefault("services") ?? values.GetValueOrDefault("service"));
        Symptoms = Texts(values.GetValueOrDefault("symptoms"));
        List<RunbookParameter> parameters = [];
        switch (values.GetValueOrDefault("parameters"))
        {
            case Dictionary<string, object?> named:
                parameters.AddRange(named.Select(pair => Parameter(pair.Key, pair.Value, line, path)));
                break;
            case List<object?> listed:
                foreach (object? item in listed)
                {
                    if (item is string name)
                    {
                        parameters.Add(new RunbookParameter { Name = name });
                    }
                    else if (item is Dictionary<string, object?> map && map.GetValueOrDefault("name") is string named)
                    {
                        parameters.Add(Parameter(named, map, line, path));
                    }
                }

                break;
            case null:
                break;
            default:
                Report(RunbookRules.FrontMatter, line, path, "'parameters' should be a map of names.", "Write parameters: { name: { default: value } }.");
                break;
        }

        Parameters = parameters;
    }

    private RunbookParameter Parameter(string name, object? value, int line, string? path)
    {
        if (value is not Dictionary<string, object?> map)
        {
            return new RunbookParameter { Name = name, Default = value as string };
        }

        string? pattern = map.GetValueOrDefault("pattern") as string;
        if (pattern is not null && ParameterValues.Compile(pattern) is null)
        {
            Report(RunbookRules.ParameterPattern, line, path, $"The pattern of the parameter '{name}' is not a regular expression.", "Mend the pattern; until then no value passes.");
        }

        return new RunbookParameter
        {
            Name = name,
            Description = map.GetValueOrDefault("description") as string,
            Default = map.GetValueOrDefault("default") as string,
            Pattern = pattern,
            Choices = Texts(map.GetValueOrDefault("choices")),
            Secret = map.GetValueOrDefault("secret") is string secret && bool.TryParse(secret, out bool isSecret) && isSecret,
        };
    }

    private static IReadOnlyList<string> Texts(object? value) => value switch
    {
        string text when text.Length > 0 => [text],
        List<object?> list => [.. list.OfType<string>()],
        _ => [],
    };

    private void Report(string rule, int line, string? path, string message, string remedy) => Findings.Add(new Finding
    {
        RuleId = rule,
        Severity = FindingSeverity.Warning,
        Path = path,
        Line = line,
        Message = message,
        Remedy = remedy,
    });

    private static object? Load(Parser parser, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException("it is nested too deeply.");
        }

        if (parser.TryConsume<Scalar>(out Scalar? scalar))
        {
            return scalar.IsPlainImplicit && scalar.Value is "" or "~" or "null" ? null : scalar.Value;
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            List<object?> list = [];
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(Load(parser, depth + 1));
            }

            return list;
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            Dictionary<string, object?> map = new(StringComparer.OrdinalIgnoreCase);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                object? key = Load(parser, depth + 1);
                object? value = Load(parser, depth + 1);
                if (key is string name)
                {
                    map[name] = value;
                }
            }

            return map;
        }

        parser.Consume<ParsingEvent>();
        return null;
    }
}
