namespace IncidentOps.PowerShell.Tests.Module;

public sealed class NoticesTests
{
    [Fact]
    public async Task Every_file_of_others_that_is_shipped_is_named_with_its_licence()
    {
        string[] rows = [.. (await File.ReadAllLinesAsync(Path.Combine(Repository.ModulePath, "THIRD-PARTY-NOTICES.md"), TestContext.Current.CancellationToken))
            .Where(line => line.StartsWith('|'))];
        var shipped = Directory.EnumerateFiles(Path.Combine(Repository.ModulePath, "deps"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Where(name => !name!.StartsWith("IncidentOps.", StringComparison.Ordinal))
            .ToHashSet();

        var named = rows.Skip(2).SelectMany(row => row.Split('|')[1].Split(',')).Select(name => name.Trim()).ToHashSet();
        Assert.Equal(shipped.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
