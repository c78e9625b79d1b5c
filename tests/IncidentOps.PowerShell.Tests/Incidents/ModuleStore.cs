using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;

namespace IncidentOps.PowerShell.Tests.Incidents;

/// <summary>
/// A back door to a session's store. It goes through the module's own SQLite: two copies of the library in one
/// process do not see each other's locks.
/// </summary>
internal static class ModuleStore
{
    public static DbConnection Connect(string path)
    {
        var core = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("IncidentOps.Core"));
        var sqlite = AssemblyLoadContext.GetLoadContext(core)!.LoadFromAssemblyName(new AssemblyName("Microsoft.Data.Sqlite"));
        var type = sqlite.GetType("Microsoft.Data.Sqlite.SqliteConnection", throwOnError: true)!;
        var connection = (DbConnection)Activator.CreateInstance(type, $"Data Source={path};Pooling=False")!;
        connection.Open();
        return connection;
    }

    public static void Execute(string path, string sql)
    {
        using var connection = Connect(path);
        Execute(connection, sql);
    }

    public static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
