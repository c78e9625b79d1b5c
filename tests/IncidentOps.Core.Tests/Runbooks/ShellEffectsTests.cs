using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IncidentOps.Core.Configuration;
using IncidentOps.Core.Execution;
using IncidentOps.Core.Runbooks.Shell;

namespace IncidentOps.Core.Tests.Runbooks;

public sealed class ShellEffectsTests
{
    // Each alone or beside others; most of them set A, or go to another folder.
    private static readonly string[] Fragments =
    [
        "true", "A=1", "A=1 true", "A+=1", "A[1]=2", "export A=1", "export A", "declare A=1", "readonly A=1", "unset HOME", "cd /", "pushd / >/dev/null",
        "read A </dev/null", "printf -v A x", "printf %s x", "printf \"$A\" x", "eval A=1", "\\eval A=1", "command eval A=1", "builtin cd /", "let A=1", "((A=1))",
        "echo ${A:=1}", "echo ${A=1}", "echo ${A:-1}", "echo ${A:-${B:=1}}", "echo ${HOME:(A=1)}", "echo ${A[B=1]}", "echo $[A=1]", "echo $((A=1))", "echo $((1+1))", "echo \"${A:=1}\"",
        "echo '${A:=1}'", "echo $(A=1)", "(A=1)", "{ A=1; }", "for A in 1; do :; done", "if A=1; then :; fi", "case x in x) A=1 ;; esac", "A=1 | true", "true | read A",
        ". /dev/null", "set -e", "set -a", "set -eu", "set +x", "set -o pipefail", "set -- 1", "shift", "getopts x A", "mapfile A </dev/null", "true {A}>/dev/null", "cat <<< ${A:=1}",
        "cat <<X\n${A:=1}\nX", "cat <<'X'\n${A:=1}\nX", "cat <<X\n$A\nX", "test -v 'A[B=1]'", "[ -v A ]", "[ -n x ]", "[[ x =~ x ]]", "f() { A=1; }; f", "time A=1", "! A=1", "coproc A { :; }", "ls / >/dev/null",
        "date -d @0 >${A:=/dev/null}", "wait", "trap A=1 EXIT", "umask 077", "A=1 &", "sleep 0 &", "e\\val A=1", "'eval' A=1", "\"cd\" /", "$'eval' A=1", "exec 3>&1", "$A true", "ulimit -c 0", "select A in 1; do break; done </dev/null",
        "ls -d ~ / | grep -c / >/dev/null", "kill -0 $$", "type ls >/dev/null", "alias x=y", "time -p true", "echo <(A=1) >/dev/null", "while A=1; do break; done", "until A=1; do :; done",
    ];

    [Theory]
    [InlineData("true")]
    [InlineData("kubectl get pods -n shop -o jsonpath='{.items[*].metadata.name}' | sort")]
    [InlineData("set -euo pipefail\nsystemctl restart nginx && curl -sf http://localhost/health || echo down")]
    [InlineData("psql \"$DATABASE_URL\" -c 'select 1' >/dev/null 2>&1")]
    [InlineData("echo \"$(cd /tmp; pwd)\" ${NAME:-none} ${NAME%.*}")]
    public void Scripts_that_only_start_programs_leave_nothing(string text) => Assert.True(ShellEffects.LeavesNothing(text));

    [Theory]
    [InlineData("cd /tmp")]
    [InlineData("POD=$(kubectl get pods -o name | head -1)")]
    [InlineData("kubectl get pods\nexport NAMESPACE=shop")]
    [InlineData("source ./env.sh")]
    [InlineData("if true; then true; fi")]
    [InlineData("echo ${A:=1}")]
    [InlineData("echo $[A=1]")]
    [InlineData("$COMMAND here")]
    [InlineData("ls 'cut")]
    public void Other_scripts_may_leave_something(string text) => Assert.False(ShellEffects.LeavesNothing(text));

    [Property(MaxTest = 60)]
    public Property What_is_said_to_leave_nothing_leaves_nothing_in_bash() =>
        Prop.ForAll(Gen.Elements(Fragments).ListOf(2).ListOf(24).ToArbitrary(), scripts =>
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
            string[] quiet = [.. scripts.SelectMany(pair => new[] { pair[0], string.Join('\n', pair), string.Join(" && ", pair) }).Where(ShellEffects.LeavesNothing)];
            Dictionary<string, string> environment = new(((ISystemEnvironment)SystemEnvironment.Instance).Variables(), StringComparer.Ordinal);
            using ResidentShell shell = ResidentShell.Start(environment, workingDirectory: null, [], TimeProvider.System);
            string? before = Left(shell, "true");

            Assert.NotNull(before);
            Assert.All(quiet, text => Assert.Equal(before, Left(shell, text)));
        });

    // What differs from one command to the next whatever it does.
    private static string? Left(ResidentShell shell, string text)
    {
        string? variables = shell.RunAsync(new ResidentCommand { Text = text, TellVariables = true }, CancellationToken.None).GetAwaiter().GetResult().Variables;
        return variables is null ? null : string.Join('\n', BashDeclaration.ReadAll(variables)
            .Where(each => each.Name is not ("_" or "BASHPID" or "BASH_COMMAND" or "BASH_EXECUTION_STRING" or "EPOCHREALTIME" or "EPOCHSECONDS" or "LINENO" or "RANDOM"
                or "SRANDOM" or "SECONDS" or "PIPESTATUS" or "SHELLOPTS" or "HISTCMD" or "BASH_LINENO" or "BASH_SUBSHELL" or "BASH_MONOSECONDS")
                && !each.Name.StartsWith("__io_", StringComparison.Ordinal))
            .Select(each => each.Text));
    }
}
