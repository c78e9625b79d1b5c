using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using IncidentOps.PowerShell.Tests.Contract;

namespace IncidentOps.PowerShell.Tests.Views;

/// <summary>What holds for the views of every type that users hold in their hands, those to come included.</summary>
[Collection("Views")]
public sealed class EveryTypeTests(ViewSessions sessions) : IClassFixture<ViewSessions>
{
    private const string Hostile = "a\u001b[2Jb\u001b]0;title\u0007c\u009b31md\u202eevil\r\nnext\tline";

    private static Assembly ModuleAssembly => AssemblyLoadContext.Default.Assemblies.Single(assembly => assembly.GetName().Name == "IncidentOps.PowerShell");

    public static TheoryData<string> Types => SampleObjects.Names;

    [Theory, MemberData(nameof(Types))]
    public void Has_a_table_first_and_a_list_second(string type) =>
        Assert.Equal(["TableControl", "ListControl"], FormatViews.Controls(type).Take(2));

    [Theory, MemberData(nameof(Types))]
    public void Names_only_properties_that_exist(string type)
    {
        var known = SampleObjects.Type(type).GetProperties().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            FormatViews.All.Where(entry => entry.Type == type).SelectMany(entry => entry.View.Descendants()).Where(node => !node.HasElements),
            node => Assert.All(
                node.Name.LocalName switch
                {
                    "PropertyName" => [node.Value],
                    "ScriptBlock" => Regex.Matches(node.Value, @"(\$_\.|\$_, ')(?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                        .Select(match => match.Groups["name"].Value),
                    _ => Array.Empty<string>(),
                },
                name => Assert.Contains(name, known)));
    }

    [Theory, MemberData(nameof(Types))]
    public void No_script_of_a_view_fails_on_an_empty_object(string type)
    {
        var session = sessions.Get();
        Assert.All(Scripts(type), script => session.Invoke($"$value | ForEach-Object {{ {script} }}", ("value", SampleObjects.Empty(type))).Succeeded());
    }

    [Theory, MemberData(nameof(Types))]
    public void No_script_of_a_view_fails_on_a_full_object(string type)
    {
        var session = sessions.Get();
        Assert.All(Scripts(type), script => session.Invoke($"$value | ForEach-Object {{ {script} }}", ("value", SampleObjects.Filled(type, "text"))).Succeeded());
    }

    [Theory, MemberData(nameof(Types))]
    public void Control_characters_never_reach_the_screen(string type)
    {
        foreach (var lists in (bool[])[false, true])
        {
            var session = sessions.Get(160, lists);
            var shown = session.Show(SampleObjects.Filled(type, Hostile));
            Assert.NotEmpty(shown);
            Assert.DoesNotContain(shown, character => char.IsControl(character) && character is not ('\n' or '\t'));
            Assert.DoesNotContain('\u202e', shown);
        }
    }

    /// <summary>PowerShell lists an object that comes after one of another type by its properties, without a view.</summary>
    [Theory, MemberData(nameof(Types))]
    public void In_mixed_company_it_is_one_safe_line(string type)
    {
        var other = SampleObjects.All.First(name => name != type);
        var shown = sessions.Get(250).Show(
            "$first; $value",
            ("first", SampleObjects.Filled(other, "text")),
            ("value", SampleObjects.Filled(type, Hostile)));
        Assert.Single(shown.Split('\n'), line => line.StartsWith("Summary : ", StringComparison.Ordinal) && line.Length > "Summary : ".Length);
        Assert.DoesNotContain(shown, character => char.IsControl(character) && character != '\n');
    }

    [Theory, MemberData(nameof(Types))]
    public void Summary_is_made_of_properties_that_exist_and_is_hidden(string type)
    {
        var summaries = ModuleAssembly.GetType("IncidentOps.PowerShell.Views.Summaries", throwOnError: true)!;
        var names = (IReadOnlyDictionary<string, string[]>)summaries.GetField("Properties", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var sample = SampleObjects.Type(type);
        Assert.All(names[sample.Name], name => Assert.NotNull(sample.GetProperty(name)));
        var listed = sessions.Get().Invoke("$value.PSObject.Properties | ForEach-Object Name", ("value", SampleObjects.Filled(type, "text"))).All<string>();
        Assert.DoesNotContain("Summary", listed);
    }

    [Theory, MemberData(nameof(Types))]
    public void Table_fits_80_columns(string type)
    {
        var session = sessions.Get();
        var shown = session.Show(SampleObjects.Filled(type, "a text that is longer than any column can be at eighty characters, whatever the table"));
        Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(Labels(type).Count(), Labels(type).Count(label => shown.Contains(label, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Types))]
    public void Looks_the_same_under_every_culture(string type)
    {
        var culture = CultureInfo.CurrentCulture;
        // Wide enough that nothing wraps: where a line breaks is the engine's own choice, by language.
        var table = sessions.Get(250);
        var list = sessions.Get(250, lists: true);
        var sample = SampleObjects.Filled(type, "Iıİi");
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var expected = table.Show(sample) + list.Show(sample);
            foreach (var name in (string[])["tr-TR", "de-DE", "ar-SA", "fa-IR"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(expected, table.Show(sample) + list.Show(sample));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void Plain_text_has_no_colour(string type)
    {
        var session = sessions.Get();
        Assert.DoesNotContain('\u001b', session.Show(SampleObjects.Filled(type, "text")));
    }

    [Fact]
    public void Every_output_type_of_ours_is_among_them() => Assert.All(
        ExportedCmdlets.All.SelectMany(cmdlet => cmdlet.OutputType).Select(output => output.Type!).Where(type => type.Namespace!.StartsWith("IncidentOps", StringComparison.Ordinal)),
        type => Assert.Contains(type.FullName!, SampleObjects.All));

    private static IEnumerable<string> Scripts(string type) =>
        FormatViews.All.Where(entry => entry.Type == type).SelectMany(entry => entry.View.Descendants("ScriptBlock")).Select(script => script.Value);

    private static IEnumerable<string> Labels(string type) => FormatViews.All
        .First(entry => entry.Type == type).View
        .Descendants("TableColumnHeader")
        .Select(header => header.Element("Label")!.Value);
}
