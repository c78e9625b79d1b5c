using System.Globalization;
using System.Xml.Linq;

namespace IncidentOps.Build.Help;

/// <summary>Writes pages as the MAML that the engine's Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    internal static XDocument Write(IEnumerable<HelpPage> pages) => new(
        new XDeclaration("1.0", "utf-8", null),
        new XElement(Root + "helpItems", new XAttribute("schema", "maml"), pages.Select(Page)));

    private static XElement Page(HelpPage page)
    {
        var (verb, noun) = page.Name.Split('-', 2) is [var first, var second] ? (first, second) : (page.Name, "");
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", page.Name),
                new XElement(Command + "verb", verb),
                new XElement(Command + "noun", noun),
                Text("description", page.Synopsis)),
            Text("description", page.Description),
            new XElement(Command + "syntax", page.Syntax.Select(syntax => Syntax(page, syntax))),
            new XElement(Command + "parameters", page.Parameters.Select(parameter => Parameter(parameter, parameter.Facts[0]))),
            new XElement(Command + "inputTypes", page.Inputs.Select(note => Type("inputType", note))),
            new XElement(Command + "returnValues", page.Outputs.Select(note => Type("returnValue", note))),
            page.Notes.Count == 0 ? null : new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", Online(page).Concat(page.Links).Select(Link)));
    }

    private static XElement Syntax(HelpPage page, HelpSyntax syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Name),
        page.Parameters
            .Select(parameter => (Parameter: parameter, Facts: FactsIn(parameter, syntax.SetName)))
            .Where(item => item.Facts is not null)
            .OrderBy(item => int.TryParse(item.Facts!.Position, CultureInfo.InvariantCulture, out var position) ? position : int.MaxValue)
            .ThenByDescending(item => item.Facts!.Required)
            .ThenBy(item => item.Parameter.Name is "WhatIf" or "Confirm")
            .Select(item => Parameter(item.Parameter, item.Facts!)));

    private static ParameterFacts? FactsIn(HelpParameter parameter, string? setName) => parameter.Facts.FirstOrDefault(
        facts => facts.ParameterSets == ParameterFacts.AllSets
            || setName is null
            || facts.ParameterSets.Split(", ").Contains(setName, StringComparer.Ordinal));

    private static XElement Parameter(HelpParameter parameter, ParameterFacts facts)
    {
        var isSwitch = facts.Type == "SwitchParameter";
        return new XElement(
            Command + "parameter",
            new XAttribute("required", facts.Required ? "true" : "false"),
            new XAttribute("variableLength", facts.Type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", facts.Wildcards ? "true" : "false"),
            new XAttribute("pipelineInput", facts.PipelineInput),
            new XAttribute("position", facts.Position.ToLowerInvariant()),
            new XAttribute("aliases", facts.Aliases.Length == 0 ? "none" : facts.Aliases),
            new XElement(Maml + "name", parameter.Name),
            Text("description", parameter.Description),
            isSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", "true"), facts.Type),
            new XElement(Dev + "type", new XElement(Maml + "name", facts.Type), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", facts.DefaultValue));
    }

    private static XElement Type(string name, HelpNote note) => new(
        Command + name,
        new XElement(Dev + "type", new XElement(Maml + "name", note.Title)),
        Text("description", note.Text));

    private static XElement Example(HelpExample example) => new(
        Command + "example",
        new XElement(Maml + "title", $"-------- {example.Title} --------"),
        new XElement(Dev + "code", example.Code),
        // The engine prints an introduction and the code on one line, so all text follows the code.
        new XElement(Dev + "remarks", Paragraphs([.. example.Introduction, .. example.Remarks, ""])));

    private static IEnumerable<HelpLink> Online(HelpPage page) =>
        page.FrontMatter.TryGetValue("online version", out var uri) && uri.Length > 0 ? [new HelpLink("Online version:", uri)] : [];

    private static XElement Link(HelpLink link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", link.Text),
        new XElement(Maml + "uri", link.Uri));

    private static XElement Text(string name, IReadOnlyList<string> paragraphs) => new(Maml + name, Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IReadOnlyList<string> paragraphs) =>
        paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph));
}
