namespace IncidentOps.EndToEnd.Tests.Runbooks;

/// <summary>
/// A web application that can be made sick on request, behind nginx and in front of PostgreSQL, as units of a machine:
/// fastapi, web and database.
/// </summary>
internal static class SickApplication
{
    private const string Program = """
        import http.server, os, subprocess, urllib.parse

        folder = os.path.dirname(os.path.realpath(__file__))
        works = open(os.path.join(folder, 'works')).read().strip() == 'yes'
        stuck = False
        leaked = []

        def ask(sql):
            return subprocess.run(['psql', '-X', '-w', os.environ['DATABASE_URL'], '-tAc', "set statement_timeout = '2s'; " + sql],
                                  capture_output=True, text=True, stdin=subprocess.DEVNULL)

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                global stuck
                if self.path == '/api/health':
                    answer = ask('select count(*) from item')
                    if answer.returncode == 0 and works:
                        return self.say(200, '{"status": "healthy"}')
                    print('ERROR health:', answer.stderr.strip() or 'this release does not work', flush=True)
                    return self.say(503, '{"status": "unhealthy", "components": {"database": "%s"}}' % ('healthy' if answer.returncode == 0 else 'unhealthy'))
                if self.path == '/api/items':
                    if stuck:
                        print('ERROR worker 17 is stuck', flush=True)
                    return self.say(500 if stuck else 200, '[]')
                if self.path == '/make/stuck':
                    stuck = True
                if self.path == '/make/leak':
                    for _ in range(20):
                        leaked.append(subprocess.Popen(['psql', '-X', '-w', os.environ['DATABASE_URL']],
                                                       stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
                self.say(204, '')

            def say(self, code, text):
                self.send_response(code)
                self.send_header('Content-Type', 'application/json')
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *arguments):
                pass

        http.server.ThreadingHTTPServer(('127.0.0.1', 8000), Handler).serve_forever()
        """;

    /// <summary>Puts the application on a machine, with a release that works and a later one that does not.</summary>
    public static void AddTo(SystemdMachine machine)
    {
        string? postgres = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            : null;
        Assert.SkipWhen(postgres is null, "PostgreSQL is not installed (Debian: postgresql).");
        foreach ((string program, string package) in (ReadOnlySpan<(string, string)>)[("/usr/sbin/nginx", "nginx-light"), ("/usr/bin/python3", "python3"), ("/usr/bin/sudo", "sudo"), ("/usr/bin/curl", "curl"), ("/usr/bin/free", "procps")])
        {
            Assert.SkipUnless(File.Exists(program), $"There is no {program} (Debian: {package}).");
        }

        machine.AddService(
            "database",
            $"{postgres}/postgres -D /var/lib/sick/data -c listen_addresses=127.0.0.1 -c unix_socket_directories=/tmp -c max_connections=14 -c superuser_reserved_connections=0",
            $"""
            Type=notify
            User=postgres
            StateDirectory=sick
            ExecStartPre={postgres}/initdb --no-sync --auth=trust --username=postgres -D /var/lib/sick/data
            ExecStartPost=/usr/bin/psql -X -h /tmp -U postgres -c "create role app login; grant pg_monitor, pg_signal_backend to app; create table item(id int); grant all on item to app"
            """);
        machine.AddService(
            "fastapi",
            "/usr/bin/python3 /srv/app/current/app.py",
            "Environment=DATABASE_URL=postgresql://app@127.0.0.1/postgres\nEnvironment=PYTHONDONTWRITEBYTECODE=1");
        machine.AddService("web", "/usr/sbin/nginx -c /etc/sick/nginx.conf");
        machine.Write(
            "/etc/sick/nginx.conf",
            """
            daemon off;
            pid /run/sick-nginx.pid;
            events {}
            http { access_log off; server { listen 127.0.0.1:8080; location / { proxy_pass http://127.0.0.1:8000; } } }

            """);
        foreach ((string release, string works) in (ReadOnlySpan<(string, string)>)[("r1", "yes"), ("r2", "no")])
        {
            machine.Write($"/srv/app/releases/{release}/app.py", Program);
            machine.Write($"/srv/app/releases/{release}/works", works);
        }

        machine.Link("/srv/app/current", "/srv/app/releases/r1");
    }
}
