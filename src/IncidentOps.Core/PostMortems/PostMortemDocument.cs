using System.Security.Cryptography;
using IncidentOps.Core.Text;
using IncidentOps.PostMortems;

namespace IncidentOps.Core.PostMortems;

/// <summary>A post-mortem as a file's content.</summary>
/// <param name="Format">What it is written as.</param>
/// <param name="Content">The bytes.</param>
internal sealed record PostMortemDocument(PostMortemFormat Format, byte[] Content)
{
    /// <summary>The content's SHA-256, in lower case.</summary>
    public string Sha256 => Convert.ToHexString(SHA256.HashData(Content)).ToLowerInvariant();

    public static PostMortemDocument Of(PostMortem postMortem, PostMortemFormat format) => new(format, TextFile.Encode(format switch
    {
        PostMortemFormat.Markdown => PostMortemMarkdownWriter.Write(postMortem),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    }));

    public static string ExtensionOf(PostMortemFormat format) => format switch
    {
        PostMortemFormat.Markdown => ".md",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };
}
