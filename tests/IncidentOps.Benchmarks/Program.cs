using IncidentOps.Benchmarks;

// The figures of the README, as ratios within one run. Build in Release:
//   dotnet run -c Release --project tests/IncidentOps.Benchmarks [import] [append] [list] [sweep] [load] [runbook]
if (args is [ImportBenchmark.OnceCommand, var manifest])
{
    Console.WriteLine(ImportBenchmark.Once(manifest));
    return;
}

if (args is [Endpoints.Command, var count, var milliseconds])
{
    await Endpoints.ServeAsync(count, milliseconds);
    return;
}

if (args is [SweepBenchmark.OnceCommand, var list])
{
    Console.WriteLine(await SweepBenchmark.OnceAsync(list));
    return;
}

if (args is [SweepLoadBenchmark.OnceCommand, var load, var addresses])
{
    Console.WriteLine(await SweepLoadBenchmark.OnceAsync(load, addresses));
    return;
}

var all = args.Length == 0;
if (all || args.Contains("import"))
{
    await ImportBenchmark.RunAsync();
}

if (all || args.Contains("append"))
{
    await AppendBenchmark.RunAsync();
}

if (all || args.Contains("list"))
{
    await ListBenchmark.RunAsync();
}

if (all || args.Contains("sweep"))
{
    await SweepBenchmark.RunAsync();
}

if (all || args.Contains("load"))
{
    await SweepLoadBenchmark.RunAsync();
}

if (all || args.Contains("runbook"))
{
    await RunbookBenchmark.RunAsync();
}
