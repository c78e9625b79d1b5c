using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Scripts;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Values in PowerShell are values of variables and nothing else.</summary>
public sealed class ScriptTextTests
{
    [Theory]
    [InlineData("Restart-Service <name>", "Restart-Service ${name}", "name")]
    [InlineData("Restart-Service {{ pod-name }}", "Restart-Service ${pod-name}", "pod-name")]
    [InlineData("Get-Item <name>.log", "Get-Item \"${name}.log\"", "name")]
    [InlineData("Get-Item C:\\<a>\\<b>.log", "Get-Item C:\\${a}\\${b}.log", "a,b")]
    [InlineData("Get-Item <a>/<bb>.$x", "Get-Item \"${a}/${bb}.$x\"", "a,bb")]
    [InlineData("kubectl get --pod=<pod> -n <ns>", "kubectl get --pod=${pod} -n ${ns}", "pod,ns")]
    [InlineData("'<x> $b \"c\" it''s `'", "\"${x} `$b `\"c`\" it's ``\"", "x")]
    [InlineData("\"<x> $b\"", "\"${x} $b\"", "x")]
    [InlineData("@'\n<x> $b \"c\"\n'@", "@\"\n${x} `$b \"c\"\n\"@", "x")]
    [InlineData("# <a>\n<# <b> #> 'x' # <c>", "# <a>\n<# <b> #> 'x' # <c>", "")]
    [InlineData("docker ps --format '{{.Names}}' {{x}}", "docker ps --format '{{.Names}}' {{x}}", "")]
    [InlineData("'a' -match '(?<code>\\d+)'", "'a' -match '(?<code>\\d+)'", "")]
    [InlineData("'<html>', '<row></row>'", "'<html>', '<row></row>'", "")]
    [InlineData("& <pid>; <host>", "& ${value_pid}; ${value_host}", "pid,host")]
    [InlineData("Get-X | Where-Object { $_.A -lt 3 } > out", "Get-X | Where-Object { $_.A -lt 3 } > out", "")]
    public void A_place_becomes_a_variable(string script, string text, string places)
    {
        ScriptText parsed = ScriptText.Parse(script);

        Assert.Equal(text, parsed.Text);
        Assert.Equal(places, string.Join(',', parsed.Places));
    }

    [Theory]
    [InlineData("$a; ${b-c}; \"$d ${e}\"; $using:f", "a,b-c,d,e,f", "")]
    [InlineData("'$a'; `$b; # $c\n$global:d; $script:e", "", "")]
    [InlineData("$a = 1; $a; $b += 1; foreach ($c in $d) { $c }", "b,d", "")]
    [InlineData("$env:a = $b; \"$env:c\"; ${env:d}", "b", "a,c,d")]
    [InlineData("@'\n$a\n'@; @\"\n$b \"$c\"\n\"@", "b,c", "")]
    public void What_it_reads_is_found(string script, string variables, string environment)
    {
        ScriptText parsed = ScriptText.Parse(script);

        Assert.Equal(variables, string.Join(',', parsed.Variables));
        Assert.Equal(environment, string.Join(',', parsed.Environment));
    }

    [Theory]
    [InlineData("iex \"get $x\"", true)]
    [InlineData("& ([ScriptBlock]::Create($x))", true)]
    [InlineData("bash -c 'echo <x>'", true)]
    [InlineData("ssh web-1 \"systemctl restart $x\"", true)]
    [InlineData("python3 -c \"print('$x')\"", true)]
    [InlineData("python3 deploy.py $x", false)]
    [InlineData("$env:PGPASSWORD = $x; psql -c 'select 1'", false)]
    [InlineData("$env:X = $x\nbash -c \"echo $env:X\"", true)]
    [InlineData("Restart-Service $x", false)]
    [InlineData("# bash -c\n$x", false)]
    public void What_is_read_as_code_is_refused_unless_it_is_plain(string script, bool refused)
    {
        ScriptText parsed = ScriptText.Parse(script);

        Assert.Equal(refused, parsed.ReadsCode is not null && parsed.Loose.Any(name => name.Equals("x", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_place_in_a_text_that_runs_something_is_refused() =>
        Assert.NotNull(ScriptText.Parse("\"$(Get-Item '<x>')\"").Obstacle);

    [Fact]
    public void Only_what_the_runbook_asks_for_is_a_parameter_of_a_script()
    {
        Runbook runbook = RunbookReader.Read("---\nparameters: { unit: { default: api } }\n---\n```powershell\n$Unit; $mine; $pod_name; <ns>; $env:REGION; $HOME\n```\n```bash\necho \"$REGION\" <pod-name> \"$HOME\"\n```\n");

        Assert.Equal(["unit", "ns", "REGION", "pod-name"], runbook.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["ns", "unit", "pod-name", "REGION"], runbook.Steps[0].Parameters);
    }
}
