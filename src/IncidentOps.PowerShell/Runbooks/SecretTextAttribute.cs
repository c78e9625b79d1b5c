using System.Management.Automation;
using System.Security;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>Lets a secret be given as plain text too, where it comes from a vault's command that knows no better.</summary>
internal sealed class SecretTextAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (BareObject.Of(inputData) is not string text)
        {
            return inputData;
        }

        SecureString secret = new();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }
}
