using System.Security.Cryptography;
using IncidentOps.Core.Configuration;
using IncidentOps.Procedures;

namespace IncidentOps.Core.Procedures;

/// <summary>
/// Where the procedure comes from: the configured guide, or the built-in one that is shipped beside this assembly. Reads
/// nothing until it is asked, and compiles a content once however often it is asked.
/// </summary>
internal sealed class ProcedureSource
{
    /// <summary>A guide is a page of prose; what is larger is the wrong file.</summary>
    public const long LargestGuide = 4 * 1024 * 1024;

    private static readonly object Gate = new();
    private static readonly Dictionary<string, Procedure> Compiled = new(StringComparer.Ordinal);

    /// <summary>The guide that is shipped with the module.</summary>
    public static ProcedureSource BuiltIn { get; } = new(guidePath: null);

    private readonly string? _configured;
    private readonly string _moduleFolder;

    /// <summary>The source that a configuration names.</summary>
    public ProcedureSource(OrganisationConfiguration configuration)
        : this(configuration.Guide)
    {
    }

    /// <param name="guidePath">The configured guide; null for the built-in one.</param>
    /// <param name="moduleFolder">The module's folder; null for the one this assembly was loaded from.</param>
    public ProcedureSource(string? guidePath, string? moduleFolder = null)
    {
        _configured = guidePath;
        _moduleFolder = moduleFolder ?? ModuleFolder();
    }

    /// <summary>The guide's file.</summary>
    public string Path => _configured ?? BuiltInPath(_moduleFolder);

    /// <summary>The folder of the built-in runbooks.</summary>
    public string RunbookFolder => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(BuiltInPath(_moduleFolder))!, "runbooks");

    /// <summary>The compiled guide.</summary>
    public Procedure Load() => Compile(Path);

    /// <summary>Compiles a guide file, or takes it from memory where this content was compiled before.</summary>
    public static Procedure Compile(string path) => Compile(path, Read(path));

    /// <param name="path">The guide file.</param>
    /// <param name="content">Its bytes.</param>
    public static Procedure Compile(string path, byte[] content)
    {
        string key = $"{Convert.ToHexString(SHA256.HashData(content))} {path}";
        lock (Gate)
        {
            if (!Compiled.TryGetValue(key, out Procedure? procedure))
            {
                if (Compiled.Count >= 16)
                {
                    Compiled.Clear();
                }

                procedure = ProcedureCompiler.Compile(GuideEncoding.Decode(content), path);
                Compiled.Add(key, procedure);
            }

            return procedure;
        }
    }

    /// <summary>The bytes of a guide file.</summary>
    public static byte[] Read(string path)
    {
        FileInfo file = new(path);
        if (!file.Exists)
        {
            throw ProcedureErrors.GuideNotFound(path);
        }

        if (file.Length > LargestGuide)
        {
            throw ProcedureErrors.GuideTooLarge(path, file.Length, LargestGuide);
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ProcedureErrors.GuideUnreadable(path, failure);
        }
    }

    // MODULE/deps/IncidentOps.Core.dll and MODULE/docs/procedure; in a source tree the docs stand further up.
    private static string ModuleFolder()
    {
        string assembly = System.IO.Path.GetDirectoryName(typeof(ProcedureSource).Assembly.Location) ?? AppContext.BaseDirectory;
        for (DirectoryInfo? folder = new(assembly); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(BuiltInPath(folder.FullName)))
            {
                return folder.FullName;
            }
        }

        return System.IO.Path.GetDirectoryName(assembly) ?? assembly;
    }

    private static string BuiltInPath(string moduleFolder) => System.IO.Path.Combine(moduleFolder, "docs", "procedure", "incident-response.md");
}
