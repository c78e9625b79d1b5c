using IncidentOps.Core.Runbooks;
using IncidentOps.Core.Runbooks.Risks;
using IncidentOps.Core.Runbooks.Sql;
using IncidentOps.Runbooks;

namespace IncidentOps.Core.Tests.Runbooks;

/// <summary>Values in SQL are parameters and nothing else.</summary>
public sealed class SqlTextTests
{
    [Theory]
    [InlineData("select * from t where id = :id", "select * from t where id = $1", "id")]
    [InlineData("select * from t where id = $ID or id = ${ID} or x = {{x}}", "select * from t where id = $1 or id = $1 or x = $2", "ID,x")]
    [InlineData("select * from t where n = <name> and m = '<name>'", "select * from t where n = $1 and m = $1", "name")]
    [InlineData("select :'name', '%<part>%', '<a>-<b>'", "select $1, ('%' || $2 || '%'), ($3 || '-' || $4)", "name,part,a,b")]
    [InlineData("select now()::date, a[1:2], 'it''s :no' -- :no\n/* $no */", "select now()::date, a[1:2], 'it''s :no' -- :no\n/* $no */", "")]
    [InlineData("select E'\\'<no>', $$ $no <no> $$, $t$ :no $t$, \"a:b\"", "select E'\\'<no>', $$ $no <no> $$, $t$ :no $t$, \"a:b\"", "")]
    [InlineData("select 1 where a < b and c > d", "select 1 where a < b and c > d", "")]
    [InlineData("select ';'; ; select :b;", "select ';';\nselect $1", "b")]
    [InlineData("select 1 where a is distinct from :b", "select 1 where a is distinct from $1", "b")]
    public void A_placeholder_becomes_a_parameter(string sql, string sent, string names)
    {
        SqlText text = SqlText.Parse(sql);

        Assert.Null(text.Obstacle);
        Assert.Equal(sent, text.Sent);
        Assert.Equal(names, string.Join(',', text.Names));
    }

    [Theory]
    [InlineData("select * from <table>")]
    [InlineData("select * from public.<table>")]
    [InlineData("select * from t_$n")]
    [InlineData("select * from \"<table>\"")]
    [InlineData("select * from :\"table\"")]
    [InlineData("update $table set a = 1")]
    [InlineData("select * from t order by :column")]
    [InlineData("drop table :t")]
    [InlineData("alter system set x = :v")]
    [InlineData("select $1")]
    [InlineData("\\d")]
    public void Where_SQL_takes_no_value_the_step_is_refused(string sql) => Assert.NotNull(SqlText.Parse(sql).Obstacle);

    [Theory]
    [InlineData("select * from pg_stat_activity where pid = :pid", Risk.Read)]
    [InlineData("select pg_terminate_backend(:pid)", Risk.Destructive)]
    [InlineData("delete from t where id = <id>", Risk.Destructive)]
    [InlineData("update t set a = $a", Risk.Change)]
    [InlineData("select my_function(:a)", Risk.Unknown)]
    [InlineData("select '\\' ; drop table t --", Risk.Unknown)]
    public void What_is_sent_is_what_is_judged(string sql, Risk risk) => Assert.Equal(risk, RiskClassifier.Classify(sql, "sql").Risk);

    [Fact]
    public void A_runbooks_SQL_has_parameters_as_its_other_steps_have()
    {
        Runbook runbook = RunbookReader.Read("```bash\nN=3\necho \"$user\"\n```\n\n```sql {database=shop/db}\nselect * from t where u = :user and n = $N and p = <pid>\n```\n", "/x.md");

        Assert.Equal("user,pid", string.Join(',', runbook.Parameters.Select(parameter => parameter.Name)));
        Assert.Equal("shop/db", runbook.Steps[1].Database);
    }

    [Fact]
    public void Rows_look_as_in_psql()
    {
        SqlTable table = new(["pid", "state"]);
        table.Add(["12", "idle"]);
        table.Add(["7", null]);

        Assert.Equal(" pid | state\n-----+-------\n  12 | idle\n   7 |\n(2 rows)", string.Join('\n', table.Lines(more: false)));
    }
}
