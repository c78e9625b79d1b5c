using IncidentOps.Core.Runbooks;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>What a reader of a document would run, where the document is not tidy about it.</summary>
public sealed class RunbookBlockTests
{
    [Fact]
    public void Sql_among_shell_commands_becomes_steps_of_its_own()
    {
        Runbook runbook = Read(
            """
            ## Diagnosis

            ```bash
            # Open the database
            psql -h db-1 shop

            # Who is busy
            SELECT pid, state
            FROM pg_stat_activity
            WHERE state <> 'idle';

            # Lock the account
            UPDATE accounts SET locked = TRUE WHERE id = <account>;
            DELETE FROM sessions WHERE account = <account>;

            \dt

            systemctl status shop
            ```
            """);

        Assert.Equal(
            [
                "bash|# Open the database\npsql -h db-1 shop\n\n# Who is busy",
                "sql|SELECT pid, state\nFROM pg_stat_activity\nWHERE state <> 'idle';",
                "sql|UPDATE accounts SET locked = TRUE WHERE id = <account>;\nDELETE FROM sessions WHERE account = <account>;",
                "sql|\\dt",
                "bash|systemctl status shop",
            ],
            Commands(runbook),
            StringComparer.Ordinal);
        Assert.Equal([Risk.Unknown, Risk.Read, Risk.Destructive, Risk.Read, Risk.Read], runbook.Steps.Select(step => step.Risk));
    }

    [Fact]
    public void The_prompt_of_a_database_client_is_not_part_of_a_statement()
    {
        Runbook runbook = Read(
            """
            ```
            $ mysql shop
            mysql> SELECT count(*)
                -> FROM orders;
            +----------+
            | count(*) |
            shop=# select * from carts;
            shop=# \q
            $ df -h
            ```
            """);

        Assert.Equal(
            ["bash|mysql shop", "sql|SELECT count(*)\nFROM orders;", "sql|select * from carts;", "bash|df -h"],
            Commands(runbook),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("psql -c \"\nSELECT 1;\n\"")]
    [InlineData("psql <<SQL\nSELECT count(*) FROM orders;\nSQL")]
    [InlineData("cat > fix.sql <<'SQL'\nUPDATE orders SET open = FALSE WHERE id = 1;\nSQL\npsql -f fix.sql")]
    public void Sql_inside_a_shell_command_stays_there(string command)
    {
        Runbook runbook = Read($"```bash\n{command}\n```\n");

        Assert.Equal("bash|" + command, Assert.Single(Commands(runbook)));
    }

    [Theory]
    [InlineData("UPDATE of the plan\nSELECT a person who leads")]
    [InlineData("STATEMENT:\n  SELECT 1 FROM orders")]
    public void Text_in_capitals_is_no_sql(string text) => Assert.Empty(Read($"```\n{text}\n```\n").Steps);

    [Fact]
    public void A_block_whose_attributes_say_more_stays_one_step()
    {
        Runbook runbook = Read("```bash {#look risk=change}\npsql shop\nSELECT count(*) FROM orders;\n```\n");

        Assert.Equal("look", Assert.Single(runbook.Steps).Id);
    }

    [Fact]
    public void One_line_that_is_not_understood_does_not_take_the_others_along()
    {
        Runbook runbook = Read(
            """
            ```bash
            # Tell the others
            @channel The shop (and the till) is down
            # Look
            kubectl get pods -n shop
            curl -s http://mon/api/query?q=rate(errors[5m])
            console.log('in the browser', window.name)
            df -h
            ```
            """);

        Assert.Equal(
            "kubectl get pods -n shop\ncurl -s http://mon/api/query?q=rate(errors[5m])\ndf -h",
            Assert.Single(runbook.Steps).Command);
        Assert.Equal(Risk.Unknown, runbook.Steps[0].Risk);
    }

    [Theory]
    [InlineData("#!/bin/bash\n# Says how it went\ncat <<EOF\n=== SUMMARY ===\nVersion: 1.2\n- done\nEOF\n\nexit 0")]
    [InlineData("# Scale it\ncurl -X PUT http://shop/scale -d '{\n  \"replicas\": 3\n}'")]
    public void What_looks_like_output_inside_a_command_leaves_the_block_whole(string block) =>
        Assert.Equal(block, Assert.Single(Read($"```bash\n{block}\n```\n").Steps).Command);

    [Theory]
    [InlineData("cd /")]
    [InlineData("find / -xdev -name core")]
    [InlineData("ls / /srv; ls *")]
    [InlineData("rm -rf -- old\ncd -")]
    [InlineData("cat -")]
    public void A_root_folder_a_pattern_or_standard_input_is_an_operand(string block) =>
        Assert.Equal(block, Assert.Single(Read($"```bash\n{block}\n```\n").Steps).Command);

    [Theory]
    [InlineData("free / total")]
    [InlineData("uptime * load")]
    [InlineData("time - start > 300")]
    public void A_formula_is_no_command(string formula) => Assert.Empty(Read($"```\n{formula}\n```\n").Steps);

    [Fact]
    public void An_order_of_a_chat_is_no_command() => Assert.Empty(Read("```\n/incident sev1 --now\n```\n").Steps);

    [Fact]
    public void Requests_checklists_and_metrics_are_no_commands()
    {
        Runbook runbook = Read(
            """
            ```bash
            GET /api/orders
            POST http://shop/api/orders
            ```

            ```bash
            [ ] The team knows
            [ ] The shop is up
            ```

            ```bash
            sum(rate(errors_total[5m]))
            errors_total
            ```
            """);

        Assert.Empty(runbook.Steps);
    }

    [Fact]
    public void In_a_shell_that_a_session_opened_the_root_prompt_counts()
    {
        Runbook runbook = Read(
            """
            ```bash
            $ oc debug node/worker-1
            # chroot /host
            # crictl ps
            CONTAINER  STATE
            # lsof -n
            # shopruntime status config | grep -A 2 runtime
            ```

            ```bash
            $ kubectl get nodes
            # kubectl delete node worker-1
            ```
            """);

        Assert.Equal(
            ["bash|oc debug node/worker-1\nchroot /host\ncrictl ps\nlsof -n\nshopruntime status config | grep -A 2 runtime", "bash|kubectl get nodes"],
            Commands(runbook),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Steps_that_are_numbered_inside_a_block_are_read()
    {
        Runbook runbook = Read(
            """
            ```
            1. Look at the pods:
               kubectl get pods -n shop

            2. Tell the customers
               The page says how

            3. Restart it:
               kubectl rollout restart deploy/shop -n shop
            ```
            """);

        Assert.Equal(
            ["kubectl get pods -n shop", "kubectl rollout restart deploy/shop -n shop"],
            Assert.Single(runbook.Steps).Command!.Split('\n', StringSplitOptions.TrimEntries),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Run `kubectl get nodes` and look for one that is not ready.", "kubectl get nodes")]
    [InlineData("All contexts are known. First run `kubectl config use-context prod`, then go on.", "kubectl config use-context prod")]
    [InlineData("You can make a copy with `pg_dump -Fc shop` before you start.", "pg_dump -Fc shop")]
    [InlineData("An easy way out is to run `tfenv use 1.2.3` there.", "tfenv use 1.2.3")]
    [InlineData("1. The old seal still holds — re-running `shopseal verify-root` says so.", "shopseal verify-root")]
    [InlineData("The names can be found with `oc get nodes`.", "oc get nodes")]
    [InlineData("2b) Run `docker pull shop/copy:latest` for the newest one.", "docker pull shop/copy:latest")]
    [InlineData("Turn on the log,\n`# ceph config set global log_to_file true`\nThen wait.", "ceph config set global log_to_file true")]
    public void A_sentence_tells_what_to_run(string sentence, string command) =>
        Assert.Equal(command, Assert.Single(Read(sentence + "\n").Steps).Command);

    [Theory]
    [InlineData("Do not run `kubectl delete node worker-1` while it drains.")]
    [InlineData("Never use `rm -rf /data` here, as it is shared.")]
    [InlineData("If `nginx -t` fails, the file is broken.")]
    [InlineData("The engine does that by itself via `nginx -s reload` later.")]
    [InlineData("Someone who ran `git push origin main` has to know.")]
    public void A_sentence_that_only_speaks_of_a_command_gives_no_step(string sentence) =>
        Assert.Empty(Read(sentence + "\n").Steps);

    [Fact]
    public void One_order_may_name_more_than_one_command() => Assert.Equal(
        ["bash|scripts/load.sh smoke", "bash|scripts/chaos.sh"],
        Commands(Read("Run `scripts/load.sh smoke` or `scripts/chaos.sh` (see `CHAOS.md`) as you like.\n")));

    [Fact]
    public void A_blank_behind_the_last_backslash_of_a_line_does_not_cut_the_command() =>
        Assert.Equal("oc delete pod \\\n  web-1", Assert.Single(Read("```bash\n$ oc delete pod \\ \n  web-1\n```\n").Steps).Command);

    [Fact]
    public void A_sentence_and_the_block_below_it_are_one_step() =>
        Assert.Single(Read("Run `kubectl get nodes` as below.\n\n```bash\nkubectl get nodes -o wide\n```\n").Steps);

    [Fact]
    public void What_is_looked_at_below_a_symptom_is_a_step()
    {
        Runbook runbook = Read(
            """
            ## Symptoms

            - Orders hang
            - The queue grows:
              ```bash
              rabbitmqctl list_queues
              ```
            """);

        Assert.Equal(["Orders hang"], runbook.Symptoms);
        Assert.Equal("rabbitmqctl list_queues", Assert.Single(runbook.Steps).Command);
    }

    [Fact]
    public void A_command_that_is_indented_too_little_for_a_block_is_still_one()
    {
        Assert.Equal(
            "oc describe quota <name>",
            Assert.Single(Read("* Look:\n  * The cluster\n\n    oc describe quota <name>\n").Steps).Command);

        Runbook runbook = Read("* Look for consumers.\n\n    oc get storageconsumers -n storage\n\n* Go on.\n");

        Assert.Equal("oc get storageconsumers -n storage", Assert.Single(runbook.Steps).Command);
        Assert.Equal("Look for consumers", runbook.Steps[0].Title);
    }

    private static IEnumerable<string> Commands(Runbook runbook) => runbook.Steps.Select(step => $"{step.Shell}|{step.Command}");

    private static Runbook Read(string text) => RunbookReader.Read(text);
}
