using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentOps.Core.Incidents.Events;

/// <summary>
/// Refuses text that would not come back as it was given: half a surrogate pair would silently become U+FFFD.
/// </summary>
internal sealed class UnicodeTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        RequireWholeCharacters(value);
        writer.WriteStringValue(value);
    }

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        RequireWholeCharacters(value);
        writer.WritePropertyName(value);
    }

    private static void RequireWholeCharacters(string value)
    {
        for (int index = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < value.Length;)
        {
            if (Rune.DecodeFromUtf16(value.AsSpan(index), out _, out int length) != OperationStatus.Done)
            {
                throw IncidentErrors.TextNotUnicode(index);
            }

            index += length;
        }
    }
}
