using FsCheck;
using FsCheck.Fluent;

namespace IncidentOps.Core.Tests.Text;

/// <summary>Text made of what means something to Markdown, HTML or a terminal, and of ordinary words.</summary>
public sealed record HostileText(string Value)
{
    private static readonly string[] Pieces =
    [
        "#", "## ", "- ", "+ ", "* ", "1. ", "1) ", "12345.", "`", "```", "~~~", "*", "**", "_", "__", "[", "]", "](x)", "![a](b)", "[a](b)",
        "[a]: http://b", "[ ] ", "<", ">", "<script>", "</b>", "<!--", "-->", "<http://a.b>", "&", "&lt;", "&#35;", "|", "| a | b |\n|---|---|\n",
        "\n", "\n\n", "\r\n", "\r", "\t", " ", "    ", "http://a.example", "https://a.example/x_y_z?q=1", "www.a.example", "mailto:a@b.example",
        "\\", "\\\n", "$", "$$", "{", "}", "{.class #id}", "^", "^^^", "[^1]", "[^1]: x", "~", "~~", "=", "==", "===", "++", "\"\"", ":::", "::", ":", ": ",
        "*[HTML]: x", "---", "***", "+---+---+", "!", ".", ")", "a", "B", "7", "word", "snake_case", "é", "漢", "\U0001F600", "\u001B[31m", "\u0007", "\0",
        "\u0085", "\u2028", "\u202E", "\uFEFF", "\u00A0", "\u200B",
    ];

    public static Arbitrary<HostileText> Arbitrary() =>
        Gen.Elements(Pieces).ArrayOf().Select(pieces => new HostileText(string.Concat(pieces))).ToArbitrary();

    public override string ToString() => $"\"{Value.Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
