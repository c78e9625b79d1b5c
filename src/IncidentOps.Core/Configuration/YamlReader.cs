using IncidentOps.Core.Errors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IncidentOps.Core.Configuration;

/// <summary>
/// Reads one YAML document into nodes that know their line. Reads the parser's events itself, because what is wrong
/// must be told with its place, and because a hostile document must neither exhaust the stack nor the memory.
/// </summary>
internal sealed class YamlReader
{
    private const int MaximumDepth = 32;
    private const int MaximumNodes = 200_000;

    private readonly string _file;
    private readonly int _firstLine;
    private readonly Parser _parser;
    private readonly Dictionary<string, (ConfigurationNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private YamlReader(string text, string file, int firstLine)
    {
        _file = file;
        _firstLine = firstLine;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a document. Where it is part of a file, <paramref name="firstLine"/> is the line it begins at.</summary>
    public static ConfigurationNode Read(string text, string file, int firstLine = 1)
    {
        var reader = new YamlReader(text, file, firstLine);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException broken)
        {
            throw reader.Error(broken.Start, $"This is not valid YAML: {Sentence(broken)}", broken);
        }
        catch (InvalidOperationException broken)
        {
            // What the parser's scanner throws at some brackets that are never closed.
            throw reader.Error(reader._parser.Current?.Start ?? default, "This is not valid YAML: a bracket or a quote that begins here is not closed.", broken);
        }
    }

    private static string Sentence(YamlException broken)
    {
        // YamlDotNet begins its messages with the place, which stands in ours already.
        string text = broken.InnerException is YamlException inner ? inner.Message : broken.Message;
        int place = text.StartsWith('(') ? text.IndexOf("): ", StringComparison.Ordinal) : -1;
        text = place >= 0 ? text[(place + 3)..] : text;
        return text.EndsWith('.') ? text : text + ".";
    }

    private ConfigurationNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return ConfigurationNode.Scalar(_file, _firstLine, null);
        }

        _parser.Consume<DocumentStart>();
        ConfigurationNode root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out DocumentStart? second))
        {
            throw Error(second.Start, "A second document begins here ('---'). Keep one document in the file.");
        }

        return root;
    }

    private ConfigurationNode ReadNode(int depth)
    {
        ParsingEvent next = _parser.Current ?? throw new YamlException("The document ends too early");
        if (depth > MaximumDepth)
        {
            throw Error(next.Start, $"This is nested deeper than {MaximumDepth} levels.");
        }

        int before = _nodes;
        Count(1, next.Start);
        if (_parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
        {
            // An alias counts as all that it stands for: a few lines of aliases of aliases can mean gigabytes.
            (ConfigurationNode node, int size) = _anchors.TryGetValue(alias.Value.Value, out (ConfigurationNode, int) known)
                ? known
                : throw Error(alias.Start, $"The alias '*{alias.Value.Value}' has no anchor before it.");
            Count(size, alias.Start);
            return node;
        }

        AnchorName anchor = ((NodeEvent)next).Anchor;
        ConfigurationNode value = next switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart sequence => ReadList(sequence, depth),
            MappingStart mapping => ReadMap(mapping, depth),
            _ => throw Error(next.Start, "A value is expected here."),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = (value, _nodes - before);
        }

        return value;
    }

    private ConfigurationNode ReadScalar(Scalar scalar)
    {
        _parser.MoveNext();
        bool empty = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        return ConfigurationNode.Scalar(_file, Line(scalar.Start), empty ? null : scalar.Value);
    }

    private ConfigurationNode ReadList(SequenceStart start, int depth)
    {
        _parser.MoveNext();
        var items = new List<ConfigurationNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return ConfigurationNode.List(_file, Line(start.Start), items);
    }

    private ConfigurationNode ReadMap(MappingStart start, int depth)
    {
        _parser.MoveNext();
        var entries = new List<ConfigurationEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out Scalar? key))
            {
                throw Error(_parser.Current?.Start ?? start.Start, "A key must be a plain text.");
            }

            if (!keys.Add(key.Value))
            {
                throw Error(key.Start, $"The key '{key.Value}' stands here a second time.");
            }

            entries.Add(new ConfigurationEntry(key.Value, Line(key.Start), ReadNode(depth + 1)));
        }

        return ConfigurationNode.Map(_file, Line(start.Start), entries);
    }

    private void Count(int nodes, Mark at)
    {
        _nodes += nodes;
        if (_nodes > MaximumNodes)
        {
            throw Error(at, $"The document holds more than {MaximumNodes} values.");
        }
    }

    private int Line(Mark mark) => _firstLine - 1 + (int)mark.Line;

    private IncidentOpsException Error(Mark at, string message, Exception? inner = null) =>
        ConfigurationErrors.Invalid(_file, Line(at), message, inner);
}
