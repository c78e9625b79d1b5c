namespace IncidentOps.PowerShell.Runbooks;

/// <summary>
/// The commands that an expression of a runbook may use, and the parameters of each, all of which only look. What takes
/// an address, a file or another configuration is not among them, nor what sets a variable.
/// </summary>
internal static class ExpressionCommands
{
    private const string Engine = "Microsoft.PowerShell.Core";
    private const string Own = "IncidentOps";

    private static readonly string[] Operators =
    [
        "EQ", "NE", "GT", "GE", "LT", "LE", "Like", "NotLike", "Match", "NotMatch", "Contains", "NotContains", "In", "NotIn",
    ];

    private static readonly Dictionary<string, Command> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Where-Object"] = new(Engine, TakesBlocks: true, TakesNames: true, Of(["Property", "Value", "FilterScript", "Not", .. Operators, .. Operators.Select(name => "C" + name)])),

        // Given a name in place of a block, it calls the method of that name.
        ["ForEach-Object"] = new(Engine, TakesBlocks: true, TakesNames: false, Of(["Process", "Begin", "End"])),

        // Not from a pipeline: it would take addresses from it.
        ["Get-ServiceHealth"] = new(Own, TakesBlocks: false, TakesNames: true, Of(["Service", "Detailed"]), ComesFirst: true),
        ["Get-Incident"] = new(Own, TakesBlocks: false, TakesNames: true, Of(["Id", "Active", "Status", "Severity", "Service", "Component", "Title", "First"])),
        ["Get-IncidentTask"] = new(Own, TakesBlocks: false, TakesNames: true, Of(["Incident", "State"])),
        ["Get-IncidentDeadline"] = new(Own, TakesBlocks: false, TakesNames: true, Of(["Incident", "Kind", "State"])),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static Command? Find(string name) => All.GetValueOrDefault(name);

    private static HashSet<string> Of(IEnumerable<string> names) => new(names, StringComparer.OrdinalIgnoreCase);

    /// <param name="Module">The module that it has to come from.</param>
    /// <param name="TakesBlocks">Whether its arguments may be script blocks.</param>
    /// <param name="TakesNames">Whether its arguments may be anything else.</param>
    /// <param name="Parameters">Its parameters that may be used.</param>
    /// <param name="ComesFirst">Whether nothing may be piped to it.</param>
    internal sealed record Command(string Module, bool TakesBlocks, bool TakesNames, IReadOnlySet<string> Parameters, bool ComesFirst = false);
}
