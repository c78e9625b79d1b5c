using IncidentOps.Core.Runbooks;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

public sealed class RunbookReaderTests
{
    [Fact]
    public void An_ordered_list_gives_commands_and_manual_steps()
    {
        Runbook runbook = Read(
            """
            # Application down

            **Symptoms**: Health endpoint returns 503, no API responses

            **Response**:
            1. Check service status: `sudo systemctl status api`
            2. Restart service: `sudo systemctl restart api`
            3. If it persists, look at `/var/log/api/app.log`
            4. Check resources: `htop`, `df -h`
            """);

        Assert.Equal("application-down", runbook.Name);
        Assert.Equal(["Health endpoint returns 503", "no API responses"], runbook.Symptoms);
        Assert.Equal(
            ["sudo systemctl status api", "sudo systemctl restart api", null, "htop", "df -h"],
            runbook.Steps.Select(step => step.Command),
            StringComparer.Ordinal);
        Assert.Equal([Risk.Read, Risk.Change, Risk.Unknown, Risk.Read, Risk.Read], runbook.Steps.Select(step => step.Risk));
        Assert.Equal("Check service status", runbook.Steps[0].Title);
        Assert.Equal(RunbookStepKind.Manual, runbook.Steps[2].Kind);
        Assert.True(runbook.Steps[3].Interactive);
        Assert.Equal(6, runbook.Steps[0].Line);
        Assert.All(runbook.Steps, step => Assert.Equal(RunbookPart.Mitigation, step.Part));
    }

    [Fact]
    public void A_session_loses_its_prompts_and_its_output()
    {
        Runbook runbook = Read(
            """
            ## Diagnosis

            Look around:

            ```console
            $ kubectl get pods \
              -n web
            NAME   READY
            web-1  0/1
            [root@web-1 ~]# df -h
            Filesystem  Size
            $ for i in 1 2
            > do echo "$i"
            > done
            1
            ```
            """);

        RunbookStep step = Assert.Single(runbook.Steps);
        Assert.Equal("kubectl get pods \\\n  -n web\ndf -h\nfor i in 1 2\ndo echo \"$i\"\ndone", step.Command);
        Assert.Equal("Look around", step.Title);
        Assert.Equal(RunbookPart.Diagnosis, step.Part);
    }

    [Fact]
    public void A_block_without_indentation_belongs_to_the_item_above_it()
    {
        Runbook runbook = Read(
            """
            1. Test the connection:
            ```bash
            ping -c 1 <node-ip>
            ```
            2. Check the load:
            ```bash
            uptime
            ```
            3. Tell the team.
            """);

        Assert.Equal(["ping -c 1 <node-ip>", "uptime", null], runbook.Steps.Select(step => step.Command), StringComparer.Ordinal);
        Assert.Equal(["Test the connection", "Check the load", "Tell the team"], runbook.Steps.Select(step => step.Title), StringComparer.Ordinal);
        Assert.Equal([1, 2, 3], runbook.Steps.Select(step => step.Number));
    }

    [Theory]
    [InlineData("- See `config.yaml` and `--verbose`")]
    [InlineData("- The metric `http_requests_total` and `up{job=\"x\"}`")]
    [InlineData("- Set `replicas: 3` or `max_connections = 100`")]
    [InlineData("- Errors such as `no such host` or `connection refused`")]
    [InlineData("- The `kubectl` tool, the `oc describe` command, `/etc/hosts`, `NAMESPACE`")]
    [InlineData("```promql\nsum(rate(x[5m]))\n```")]
    [InlineData("```yaml\nkind: Pod\n```")]
    [InlineData("```console\nsum by (node) (container_memory_rss{id=\"/\"}) > 3\n```")]
    [InlineData("```bash\n[\n  { \"type\": \"x\" }\n]\n```")]
    [InlineData("```bash\ncluster:\n  id: 5\n  health: OK\n```")]
    [InlineData("```\nINCIDENT ALERT - [Severity]\nTime: [Timestamp]\n```")]
    [InlineData("## Meaning\n\n1. It fires when all is lost.")]
    public void What_is_no_command_becomes_no_step(string markdown) => Assert.Empty(Read(markdown).Steps);

    [Theory]
    [InlineData("- Check via `kubectl -n $NS get pod $POD`.", "kubectl -n $NS get pod $POD")]
    [InlineData("Run:\n\n```\nsystemctl restart nginx\n```", "systemctl restart nginx")]
    [InlineData("Run the following:\n\n    $ systemctl restart nginx", "systemctl restart nginx")]
    [InlineData("```sh\nceph status\n  cluster:\n    id: 5\n```", "ceph status")]
    [InlineData("> **Note**\n>\n> ```bash\n> df -h\n> ```", "df -h")]
    [InlineData("| what | how |\n|---|---|\n| disk | `df -h` |", "df -h")]
    [InlineData("Check the disk: `df -h`", "df -h")]
    [InlineData("1. Do\n   1. it: `df -h`", "df -h")]
    [InlineData("~~~shell\n$ df -h\n~~~", "df -h")]
    [InlineData("=== \"Linux\"\n\n    ```bash\n    df -h\n    ```", "df -h")]
    public void Every_usual_form_of_a_command_becomes_a_step(string markdown, string command) =>
        Assert.Equal(command, Assert.Single(Read(markdown).Steps).Command);

    [Fact]
    public void Values_are_found_where_the_commands_need_them()
    {
        Runbook runbook = Read(
            """
            ```bash
            export NS="$(kubectl get ns -o name | head -1)"
            kubectl -n "$NS" logs <pod-name> | grep "$PATTERN" | awk '{print $1}'
            echo "$HOME ${PORT:-8080} {{ region }}"
            ```

            ```bash
            kubectl -n "$NS" get pod <pod name>
            docker ps --format '{{.ID}}'
            ```
            """);

        Assert.Equal(["PATTERN", "PORT", "pod-name", "region"], runbook.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        Assert.Equal("8080", runbook.Parameters[1].Default);
        Assert.Equal(["pod-name"], runbook.Steps[1].Parameters);
    }

    [Fact]
    public void Front_matter_and_fence_attributes_say_more()
    {
        Runbook runbook = Read(
            """
            ---
            title: Application down
            severity: P0
            services: [api]
            symptoms: ["503"]
            parameters: { unit: { default: fastapi, pattern: '^[\w@.-]+$' }, token: { secret: true } }
            ---
            ```bash {#restart risk=change timeout=30s retry=2 on-failure=goto:x undo=back}
            sudo -n systemctl restart "$unit" --token "$token"
            ```
            """);

        Assert.Equal("P0", runbook.Severity);
        Assert.Equal("Application down", runbook.Title);
        Assert.Equal(["api"], runbook.Services);
        Assert.Equal("fastapi", runbook.Parameters[0].Default);
        Assert.True(runbook.Parameters[1].Secret);
        RunbookStep step = Assert.Single(runbook.Steps);
        Assert.Equal("restart", step.Id);
        Assert.Equal(TimeSpan.FromSeconds(30), step.Timeout);
        Assert.Equal(2, step.Retries);
        Assert.Equal("goto:x", step.OnFailure);
        Assert.Equal("back", step.Undo);
        Assert.Equal(["unit", "token"], step.Parameters);
    }

    [Theory]
    [InlineData("---\ntitle: [unclosed\n---\n\n1. Do it")]
    [InlineData("---\ntitle: 'x\n---\n\n1. Do it")]
    public void Bad_front_matter_is_a_finding_and_the_rest_works(string markdown)
    {
        Runbook runbook = Read(markdown);

        Assert.Contains(runbook.Findings, finding => finding.RuleId == "runbook/front-matter");
        Assert.Single(runbook.Steps);
    }

    [Fact]
    public void A_document_cannot_talk_a_risk_away()
    {
        Runbook runbook = Read("```bash {risk=read}\nrm -rf /tmp/x\n```\n\n```bash {risk=read}\n./check.sh\n```");

        Assert.Equal([Risk.Destructive, Risk.Read], runbook.Steps.Select(step => step.Risk));
        Assert.Contains(runbook.Findings, finding => finding.RuleId == "runbook/stated-risk");
    }

    [Theory]
    [InlineData("KubePodCrashLooping", "kube-pod-crash-looping")]
    [InlineData("CephOSDFlapping", "ceph-osd-flapping")]
    [InlineData("Application Down!", "application-down")]
    [InlineData("db_failover-v2", "db-failover-v2")]
    public void Names_are_kebab_case(string text, string name) => Assert.Equal(name, RunbookReader.NameOf(text));

    [Fact]
    public void Endless_nesting_is_survived()
    {
        Assert.NotNull(Read(new string('>', 20_000) + " x"));
        Assert.NotNull(Read("---\na: " + new string('[', 20_000) + "\n---\n"));
        Assert.NotNull(Read(string.Concat(Enumerable.Range(0, 300).Select(depth => new string(' ', depth * 2) + "- x\n"))));
    }

    private static Runbook Read(string markdown) => RunbookReader.Read(markdown.Replace("\r\n", "\n", StringComparison.Ordinal));

    [Fact]
    public void A_label_behind_the_symptoms_ends_them()
    {
        Runbook runbook = RunbookReader.Read("### Slow\n\n**Symptoms**:\n- It is slow\n\n**Severity**: High\n\n**Steps**:\n\n1. **Look**\n   ```bash\n   helm lint ./chart\n   ```\n2. Repair it: `.venv/bin/repair --all`\n");

        Assert.Equal(["It is slow"], runbook.Symptoms.Take(1));
        Assert.Equal(["helm lint ./chart", ".venv/bin/repair --all"], runbook.Steps.Select(step => step.Command));
    }

    [Fact]
    public void What_is_for_another_database_is_no_step_for_PostgreSQL()
    {
        Runbook runbook = RunbookReader.Read("```mysql\nSHOW PROCESSLIST;\n```\n\n```mysql\nDROP TABLE t;\n```\n");

        Assert.Equal(["mysql", "mysql"], runbook.Steps.Select(step => step.Shell));
        Assert.Equal([Risk.Read, Risk.Destructive], runbook.Steps.Select(step => step.Risk));
    }
}
