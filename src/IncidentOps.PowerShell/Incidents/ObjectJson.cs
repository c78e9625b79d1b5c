using System.Buffers;
using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentOps.PowerShell.Commands;

namespace IncidentOps.PowerShell.Incidents;

/// <summary>
/// Any object as JSON, as PowerShell sees it: its properties, added ones included. Bounded in depth and in number of
/// items; what is deeper becomes its text. A property that cannot be read becomes null.
/// </summary>
internal static class ObjectJson
{
    private const int MaximumDepth = 5;
    private const int MaximumItems = 10_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object as itself, several as an array.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="redact">Takes secrets out of a value, given the name of its property.</param>
    public static string Write(IReadOnlyList<PSObject> objects, Func<string, string, string> redact)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            object value = objects.Count == 1 ? objects[0] : objects;
            new Walk(writer, redact).Write("", value, 0);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed class Walk(Utf8JsonWriter writer, Func<string, string, string> redact)
    {
        private int _items;

        public void Write(string name, object? value, int depth)
        {
            object? plain = BareObject.Of(value);
            switch (plain)
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case string text:
                    writer.WriteStringValue(redact(name, text));
                    break;
                case bool truth:
                    writer.WriteBooleanValue(truth);
                    break;
                case sbyte or byte or short or ushort or int or uint or long:
                    writer.WriteNumberValue(Convert.ToInt64(plain, System.Globalization.CultureInfo.InvariantCulture));
                    break;
                case ulong number:
                    writer.WriteNumberValue(number);
                    break;
                case decimal number:
                    writer.WriteNumberValue(number);
                    break;
                case double number when double.IsFinite(number):
                    writer.WriteNumberValue(number);
                    break;
                case float number when float.IsFinite(number):
                    writer.WriteNumberValue(number);
                    break;
                case DateTime time:
                    writer.WriteStringValue(time);
                    break;
                case DateTimeOffset time:
                    writer.WriteStringValue(time);
                    break;
                case TimeSpan duration:
                    writer.WriteStringValue(duration.ToString("c"));
                    break;
                case Enum or Guid or Uri or Version or char or Type or double or float or ScriptBlock:
                    writer.WriteStringValue(redact(name, plain.ToString() ?? ""));
                    break;
                default:
                    WriteComposite(name, value!, plain, depth);
                    break;
            }
        }

        private void WriteComposite(string name, object value, object plain, int depth)
        {
            if (depth >= MaximumDepth || _items >= MaximumItems)
            {
                writer.WriteStringValue(redact(name, Text(plain)));
            }
            else if (plain is IDictionary dictionary)
            {
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in dictionary)
                {
                    WriteMember(Text(entry.Key), () => entry.Value, depth);
                }

                writer.WriteEndObject();
            }
            else if (plain is IEnumerable items)
            {
                writer.WriteStartArray();
                foreach (object? item in items)
                {
                    if (++_items > MaximumItems)
                    {
                        break;
                    }

                    Write(name, item, depth + 1);
                }

                writer.WriteEndArray();
            }
            else
            {
                writer.WriteStartObject();
                foreach (PSPropertyInfo property in PSObject.AsPSObject(value).Properties)
                {
                    if (property.IsGettable)
                    {
                        WriteMember(property.Name, () => property.Value, depth);
                    }
                }

                writer.WriteEndObject();
            }
        }

        private void WriteMember(string name, Func<object?> read, int depth)
        {
            _items++;
            object? value;
            try
            {
                value = read();
            }
            catch (RuntimeException)
            {
                // A getter that throws is no reason to lose the rest of the evidence.
                value = null;
            }

            writer.WritePropertyName(name);
            Write(name, value, depth + 1);
        }

        private static string Text(object value)
        {
            try
            {
                return value.ToString() ?? "";
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return value.GetType().FullName!;
            }
        }
    }
}
