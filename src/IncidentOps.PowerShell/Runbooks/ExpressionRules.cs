using System.Management.Automation.Language;

namespace IncidentOps.PowerShell.Runbooks;

/// <summary>
/// What an expression of a runbook may be: it only looks. It is judged by its syntax before anything of it runs, and
/// whatever is not known to be harmless is refused.
/// </summary>
internal sealed class ExpressionRules
{
    public const string Steps = "Steps";
    public const string Health = "Health";
    public const string Incident = "Incident";

    // Longer is a program, and could be nested deeper than the parser bears.
    private const int Longest = 1000;

    private static readonly HashSet<string> Variables = new([Steps, Health, Incident, "true", "false", "null"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> ItemVariables = new(["_", "PSItem"], StringComparer.OrdinalIgnoreCase);

    // Doors from an object to the engine behind it.
    private static readonly HashSet<string> ClosedMembers = new(
        ["PSObject", "PSBase", "PSAdapted", "PSExtended", "PSImmediateBaseObject", "PSTypeNames"], StringComparer.OrdinalIgnoreCase);

    // Not -as: it makes an object of any type that a text names.
    private static readonly HashSet<TokenKind> Operators =
    [
        TokenKind.And, TokenKind.Or, TokenKind.Xor, TokenKind.Plus, TokenKind.Minus, TokenKind.Divide, TokenKind.Rem, TokenKind.Band, TokenKind.Bor,
        TokenKind.Ieq, TokenKind.Ine, TokenKind.Igt, TokenKind.Ige, TokenKind.Ilt, TokenKind.Ile, TokenKind.Ilike, TokenKind.Inotlike,
        TokenKind.Imatch, TokenKind.Inotmatch, TokenKind.Icontains, TokenKind.Inotcontains, TokenKind.Iin, TokenKind.Inotin,
        TokenKind.Ceq, TokenKind.Cne, TokenKind.Cgt, TokenKind.Cge, TokenKind.Clt, TokenKind.Cle, TokenKind.Clike, TokenKind.Cnotlike,
        TokenKind.Cmatch, TokenKind.Cnotmatch, TokenKind.Ccontains, TokenKind.Cnotcontains, TokenKind.Cin, TokenKind.Cnotin,
    ];

    private static readonly HashSet<TokenKind> UnaryOperators = [TokenKind.Not, TokenKind.Exclaim, TokenKind.Plus, TokenKind.Minus];

    private bool _hasItem;

    private ExpressionRules()
    {
    }

    /// <summary>Why an expression is refused, in words; null where it only looks.</summary>
    public static string? Objection(string expression)
    {
        if (expression.Length > Longest)
        {
            return $"it has more than {Longest} characters";
        }

        ScriptBlockAst script = Parser.ParseInput(expression, out Token[] tokens, out ParseError[] errors);
        return errors.Length > 0 ? errors[0].Message
            : tokens.Any(token => token.Kind == TokenKind.Ampersand) ? "'&' runs something"
            : new ExpressionRules().Body(script);
    }

    /// <summary>Whether an expression uses a variable.</summary>
    public static bool Uses(string expression, string variable) =>
        Parser.ParseInput(expression, out _, out _).Find(
            ast => ast is VariableExpressionAst { VariablePath.UserPath: var name } && string.Equals(name, variable, StringComparison.OrdinalIgnoreCase),
            searchNestedScriptBlocks: true) is not null;

    /// <summary>The commands that an expression uses.</summary>
    public static IEnumerable<string> CommandsOf(string expression) =>
        Parser.ParseInput(expression, out _, out _).FindAll(static ast => ast is CommandAst, searchNestedScriptBlocks: true)
            .Select(ast => ((CommandAst)ast).GetCommandName()).OfType<string>();

    private static string Refused(Ast ast, string why) => $"'{ast.Extent.Text}' {why}";

    private string? First<T>(IEnumerable<T> parts, Func<T, string?> check) => parts.Select(check).FirstOrDefault(static why => why is not null);

    private string? Body(ScriptBlockAst script) =>
        script is { ParamBlock: null, BeginBlock: null, ProcessBlock: null, DynamicParamBlock: null, ScriptRequirements: null, UsingStatements.Count: 0, Attributes.Count: 0 }
        && script.EndBlock is { Unnamed: true } end
            ? Statements(script, end.Statements, end.Traps)
            : Refused(script, "is more than one expression");

    private string? Statements(Ast whole, IReadOnlyList<StatementAst> statements, IReadOnlyList<TrapStatementAst>? traps) =>
        traps is null or { Count: 0 } && statements is [PipelineAst pipeline]
            ? First(pipeline.PipelineElements, Element)
            : Refused(whole, "is not one expression");

    private string? Element(CommandBaseAst element) =>
        element.Redirections.Count > 0 ? Refused(element, "redirects")
        : element switch
        {
            CommandExpressionAst expression => Expression(expression.Expression),
            CommandAst command => Command(command),
            _ => Refused(element, "is not allowed"),
        };

    private string? Command(CommandAst command)
    {
        if (command.InvocationOperator != TokenKind.Unknown
            || command.CommandElements[0] is not StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord, Value: var name }
            || ExpressionCommands.Find(name) is not { } known)
        {
            return Refused(command.CommandElements[0], $"is none of the commands that only look: {string.Join(", ", ExpressionCommands.Names)}");
        }

        if (known.ComesFirst && ((PipelineAst)command.Parent).PipelineElements[0] != command)
        {
            return Refused(command, "takes nothing from a pipeline here");
        }

        return First(command.CommandElements.Skip(1), element => element switch
        {
            CommandParameterAst parameter when !known.Parameters.Contains(parameter.ParameterName) => Refused(parameter, $"is not allowed at {name}"),
            CommandParameterAst { Argument: { } argument } => Argument(argument, name, known),
            CommandParameterAst => null,

            // "--%" and "--" change how the rest of the line is read.
            StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord, Value: ['-', '-', ..] } => Refused(element, "is not allowed"),
            ExpressionAst argument => Argument(argument, name, known),
            _ => Refused(element, "is not allowed"),
        });
    }

    private string? Argument(ExpressionAst argument, string name, ExpressionCommands.Command command)
    {
        if (argument is not ScriptBlockExpressionAst block)
        {
            return command.TakesNames ? Expression(argument) : Refused(argument, $"could be a method: give {name} a block, {{ $_.Name }}");
        }

        if (!command.TakesBlocks)
        {
            return Refused(argument, "is a script block");
        }

        bool had = _hasItem;
        _hasItem = true;
        string? why = Body(block.ScriptBlock);
        _hasItem = had;
        return why;
    }

    private string? Expression(ExpressionAst expression) => expression switch
    {
        // Derived from the next one, so it has to come first.
        InvokeMemberExpressionAst => Refused(expression, "calls a method"),
        MemberExpressionAst member => Member(member),
        VariableExpressionAst variable => Variable(variable),

        // Derived from the constant.
        StringConstantExpressionAst or ConstantExpressionAst => null,
        ExpandableStringExpressionAst text => First(text.NestedExpressions, Nested),
        IndexExpressionAst index => Expression(index.Target) ?? Expression(index.Index),
        ParenExpressionAst { Pipeline: var inner } => Statements(expression, [inner], traps: null),
        ArrayExpressionAst { SubExpression: var inner } => Statements(expression, inner.Statements, inner.Traps),
        ArrayLiteralAst list => First(list.Elements, Expression),
        UnaryExpressionAst unary => UnaryOperators.Contains(unary.TokenKind) ? Expression(unary.Child) : Refused(unary, "uses an operator that is not allowed"),
        BinaryExpressionAst binary => Binary(binary),
        _ => Refused(expression, "is not allowed"),
    };

    // In a text only plain variables.
    private string? Nested(ExpressionAst expression) =>
        expression is VariableExpressionAst variable ? Variable(variable) : Refused(expression, "runs inside a text");

    private string? Variable(VariableExpressionAst variable) =>
        !variable.Splatted
        && variable.VariablePath.IsUnqualified
        && (Variables.Contains(variable.VariablePath.UserPath) || (_hasItem && ItemVariables.Contains(variable.VariablePath.UserPath)))
            ? null
            : Refused(variable, "is none of $Steps, $Health, $Incident, nor the item of a block");

    private string? Member(MemberExpressionAst member) =>
        member.Static ? Refused(member, "asks a type")
        : member.Member is not StringConstantExpressionAst { Value: var name } ? Refused(member, "computes the name of a property")
        : ClosedMembers.Contains(name) ? Refused(member, "leads behind the object")
        : Expression(member.Expression);

    private string? Binary(BinaryExpressionAst binary)
    {
        // A text or a list times a number could fill the memory; a number times anything is a number.
        bool allowed = Operators.Contains(binary.Operator)
            || (binary.Operator == TokenKind.Multiply && binary.Left is ConstantExpressionAst and not StringConstantExpressionAst);
        return !allowed
            ? Refused(binary, binary.Operator == TokenKind.Multiply ? "multiplies what may be no number: write the number first, 2 * $x" : "uses an operator that is not allowed")
            : Expression(binary.Left) ?? Expression(binary.Right);
    }
}
