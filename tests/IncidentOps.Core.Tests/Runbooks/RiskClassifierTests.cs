using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IncidentOps.Core.Runbooks.Risks;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

public sealed class RiskClassifierTests
{
    public static TheoryData<string, string> Labelled()
    {
        TheoryData<string, string> data = [];
        using Stream stream = typeof(RiskClassifierTests).Assembly.GetManifestResourceStream("RiskTable.txt")!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                int tab = line.IndexOf('\t', StringComparison.Ordinal);
                data.Add(line[..tab], line[(tab + 1)..]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Labelled))]
    public void Knows_what_a_command_does(string label, string command)
    {
        RiskAssessment assessed = RiskClassifier.Classify(command, "bash");

        Assert.Equal(label, assessed.Risk + (assessed.Interactive ? "!" : ""));
        Assert.NotEmpty(assessed.Reason);
    }

    [Theory]
    [InlineData("rm -rf /tmp/x")]
    [InlineData("kubectl delete pod x")]
    [InlineData("psql -c 'drop table x'")]
    public void A_dangerous_command_is_never_hidden_by_what_stands_around_it(string command)
    {
        string[] around =
        [
            "{0}", "df -h; {0}", "df -h && {0}", "df -h | {0}", "{0} | cat", "true || {0}", "echo \"$({0})\"", "echo `{0}`",
            "({0})", "{{ {0}; }}", "if true; then {0}; fi", "if {0}; then true; fi", "for i in 1; do {0}; done",
            "while true; do {0}; done", "case x in x) {0};; esac", "sudo {0}", "sudo -n -u root {0}", "env A=1 {0}",
            "timeout 5 {0}", "nohup {0} &", "time {0}", "cat <({0})", "x=$({0})", "export X=$({0})", "cat <<EOF\n$({0})\nEOF",
            "echo ${{x:-$({0})}}", "echo $(( $({0}) + 1 ))", "! {0}", "df -h\n{0}\ndf -h", "f() {{ {0}; }}", "df -h & {0}",
            "FOO=1 {0}", "command {0}", "ls > >({0})", "[[ -n $({0}) ]]", "df \\\n && {0}", "a=($({0}))", "exec {0}",
        ];
        Assert.All(around, text =>
        {
            string script = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, command);
            Assert.Equal(Risk.Destructive, RiskClassifier.Classify(script, "bash").Risk);
        });
    }

    [Theory]
    [InlineData("ssh host \"systemctl status $UNIT\"", "UNIT")]
    [InlineData("bash -c \"echo <name>\"", "name")]
    [InlineData("psql -c \"select '{{id}}'\"", "id")]
    [InlineData("echo $((COUNT + 1))", "COUNT")]
    [InlineData("[[ $COUNT -gt 1 ]]", "COUNT")]
    public void Names_the_values_that_are_read_as_code(string command, string name) =>
        Assert.Contains(name, RiskClassifier.Classify(command, "bash").Reparsed);

    [Theory]
    [InlineData("select 1", Risk.Read)]
    [InlineData("DELETE FROM t", Risk.Destructive)]
    [InlineData("update t set a = 1", Risk.Change)]
    [InlineData("select E'\\'; drop table t; --'", Risk.Unknown)]
    [InlineData("select $$a$$", Risk.Unknown)]
    [InlineData("/*! drop table t */ select 1", Risk.Destructive)]
    public void Reads_SQL(string sql, Risk expected) => Assert.Equal(expected, RiskClassifier.Classify(sql, "sql").Risk);

    [Fact]
    public void What_it_does_not_understand_is_not_Read()
    {
        Assert.Equal(Risk.Unknown, RiskClassifier.Classify("Get-Process", "pwsh").Risk);
        Assert.Equal(Risk.Unknown, RiskClassifier.Classify("echo \"unfinished", "bash").Risk);
        Assert.Equal(Risk.Unknown, RiskClassifier.Classify("if true; then df", "bash").Risk);
        Assert.Equal(Risk.Unknown, RiskClassifier.Classify(string.Concat(Enumerable.Repeat("$(", 5000)), "bash").Risk);
    }

    [Property(MaxTest = 500)]
    public Property Ends_on_every_text()
    {
        string[] pieces =
        [
            "$(", ")", "`", "'", "\"", "{", "}", "((", "))", "<<E\n", "<<<", "|", "&&", ";", "\n", "\\", "$", "<x>", "{{y}}",
            "if ", "then ", "fi", "for i in ", "do ", "done", "case ", "esac", "[[ ", " ]]", "df ", "rm ", "a=", "#", "=(", ">", "2>&1",
        ];
        return Prop.ForAll(
            Gen.Elements(pieces).ListOf().ToArbitrary(),
            list => Enum.IsDefined(RiskClassifier.Classify(string.Concat(list), "bash").Risk));
    }
}
