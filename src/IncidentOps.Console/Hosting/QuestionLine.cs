using System.Management.Automation;
using System.Security;
using IncidentOps.Console.Editing;
using IncidentOps.Console.Screen;

namespace IncidentOps.Console.Hosting;

/// <summary>Asks one thing at a time. Where nobody can answer it fails at once.</summary>
internal sealed class QuestionLine(
    ConsoleUserInterface userInterface, Terminal terminal, bool nonInteractive, Interruption interruption)
{
    /// <exception cref="PSInvalidOperationException">When nobody can be asked.</exception>
    public void DemandSomebody()
    {
        if (nonInteractive || !terminal.CanAsk)
        {
            throw Unattended.CannotAsk();
        }
    }

    public void Write(string text) => userInterface.WriteQuestion(text);

    public void WriteLine(string text) => userInterface.WriteQuestion(text + Environment.NewLine);

    /// <summary>The caption in bold and the message, each where given, as every question begins.</summary>
    public void WriteHeading(string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
        {
            WriteLine(Environment.NewLine + PSStyle.Instance.Bold + caption + PSStyle.Instance.BoldOff);
        }

        if (!string.IsNullOrEmpty(message))
        {
            WriteLine(message);
        }
    }

    public string ReadLine() => Read(mask: null);

    public SecureString ReadSecret()
    {
        SecureString secret = new();
        foreach (char character in Read(mask: '*'))
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }

    public PSCredential AskCredential(string? caption, string? message, string? userName, string? targetName)
    {
        DemandSomebody();
        WriteHeading(caption, message);
        while (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }

        Write($"Password for user {userName}: ");
        SecureString password = ReadSecret();
        return new PSCredential(string.IsNullOrEmpty(targetName) ? userName : $@"{targetName}\{userName}", password);
    }

    private string Read(char? mask)
    {
        DemandSomebody();
        LineResult result = new KeyLineReader(terminal).Read(mask, interruption.Token);
        if (result.Outcome == LineOutcome.Accepted)
        {
            return result.Text;
        }

        // Who gives no answer stops the command that asked.
        interruption.Interrupt();
        throw new PipelineStoppedException();
    }
}
