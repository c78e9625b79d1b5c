using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace IncidentOps.PowerShell.Tests.Incidents;

/// <summary>A host with somebody at it who answers choices, by the answer's index or -1 for the default, and fields, by a text.</summary>
internal sealed class AnsweringHost(int answer = -1, string name = nameof(AnsweringHost), string? text = null) : PSHost
{
    private readonly Interface _interface = new(answer, text);

    public override string Name => name;

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override PSHostUserInterface UI => _interface;

    /// <summary>What was asked, each question in one line: caption, message, choices, default.</summary>
    internal IReadOnlyList<string> Questions => _interface.Questions;

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    private sealed class Interface(int answer, string? text) : PSHostUserInterface
    {
        internal List<string> Questions { get; } = [];

        public override PSHostRawUserInterface RawUI => null!;

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Add($"{caption} | {message} | {string.Join(", ", choices.Select(choice => choice.Label))} | {defaultChoice}");
            return answer < 0 ? defaultChoice : answer;
        }

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
            text is null ? throw new NotSupportedException() : descriptions.ToDictionary(field => field.Name, _ => PSObject.AsPSObject(text));

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            throw new NotSupportedException();

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
            throw new NotSupportedException();

        public override void Write(string value)
        {
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        {
        }

        public override void WriteLine(string value)
        {
        }

        public override void WriteErrorLine(string value)
        {
        }

        public override void WriteWarningLine(string message)
        {
        }

        public override void WriteVerboseLine(string message)
        {
        }

        public override void WriteDebugLine(string message)
        {
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }
    }
}
