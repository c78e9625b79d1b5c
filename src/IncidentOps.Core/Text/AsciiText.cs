using AnyAscii;

namespace IncidentOps.Core.Text;

/// <summary>Text for what shows ASCII only, as pagers do: ":rotating_light:" for 🚨, "Jurgen" for Jürgen, "Privet" for Привет.</summary>
internal static class AsciiText
{
    public static string Of(string text) => System.Text.Ascii.IsValid(text) ? text : text.Transliterate();
}
