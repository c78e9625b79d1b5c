using System.Diagnostics.CodeAnalysis;

namespace IncidentOps.Core.Configuration;

/// <summary>Where a secret is kept: <c>env:NAME</c>, <c>file:PATH</c> or <c>vault:NAME/SECRET</c>.</summary>
internal sealed record SecretReference(SecretSource Source, string Location)
{
    public const string Expected = "a reference to a secret: env:NAME, file:PATH or vault:NAME/SECRET";

    public static bool TryParse(string? text, [NotNullWhen(true)] out SecretReference? reference)
    {
        reference = null;
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || string.IsNullOrWhiteSpace(text![(colon + 1)..]))
        {
            return false;
        }

        SecretSource? source = text[..colon] switch
        {
            "env" => SecretSource.Env,
            "file" => SecretSource.File,
            "vault" => SecretSource.Vault,
            _ => null,
        };
        reference = source is null ? null : new SecretReference(source.Value, text[(colon + 1)..].Trim());
        return reference is not null;
    }

    public override string ToString() => $"{Source.ToString().ToLowerInvariant()}:{Location}";
}

/// <summary>The kinds of places that keep secrets.</summary>
internal enum SecretSource
{
    /// <summary>An environment variable.</summary>
    Env,

    /// <summary>The text of a file, without the line end that closes it.</summary>
    File,

    /// <summary>A vault.</summary>
    Vault,
}
