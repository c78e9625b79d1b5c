namespace IncidentOps.Core.Runbooks.Running;

/// <summary>What the shells of another machine are given around a step. It may have little more than a POSIX shell.</summary>
internal static class RemoteScripts
{
    /// <summary>The environment variable that names the run's folder there.</summary>
    public const string FolderVariable = "__io_folder";

    /// <summary>That of the folder that the first step starts in; it is where the login begins where there is none.</summary>
    public const string StartVariable = "__io_pwd";

    /// <summary>That of the names of the variables that an earlier step had taken away.</summary>
    public const string GoneVariable = "__io_gone";

    private const string Folder = """
        __io_dir=/tmp
        if [ -d /dev/shm ] && [ -w /dev/shm ]; then __io_dir=/dev/shm; fi
        __io_dir=$__io_dir/$__io_folder

        """;

    /// <summary>
    /// Finds the folder and the shell, and becomes the latter: $1 is its script, $2 its name; $3 the step's text,
    /// $4 whether what it leaves is kept, $5 the names of the secrets, $6 those of the other values.
    /// </summary>
    public const string Launch = Folder + """
        { [ -d "$__io_dir" ] && [ ! -h "$__io_dir" ] && [ -O "$__io_dir" ]; } || { echo 'incidentops: no folder of the run'\''s own' >&2; exit 125; }
        command -v "$2" >/dev/null 2>&1 || { echo 'incidentops: no such shell' >&2; exit 127; }
        unset __io_folder $__io_gone
        unset __io_gone
        exec "$2" -c "$1" "$2" "$__io_dir" "$3" "$4" "$5" "$6"
        """;

    /// <summary>Makes the folder, says so in a line, ends with the connection and takes the folder away.</summary>
    public const string Keep = "trap '' HUP INT TERM PIPE\n" + Folder + """
        mkdir -m 700 -- "$__io_dir" || exit
        echo kept
        IFS= read -r _

        """ + Away;

    /// <summary>Takes the folder away.</summary>
    public const string Remove = Folder + Away;

    // A step that is being ended may just be writing down what it leaves.
    private const string Away = """
        for __io_try in 1 2 3 4 5 6 7 8 9 10; do
          rm -rf -- "$__io_dir"
          [ -d "$__io_dir" ] || break
          sleep 1
        done
        """;

    // What the step before has left, in bash's words or in simpler ones; where it was long ago, its folder may be gone.
    private const string BashBegin = """
        if [ -f "$1/bash" ]; then unset $5; . "$1/bash"; elif [ -f "$1/sh" ]; then unset $5; . "$1/sh"; fi 2>/dev/null

        """ + Enter;

    private const string PosixBegin = """
        if [ -f "$1/sh" ]; then unset $5; . "$1/sh"; fi

        """ + Enter;

    private const string Enter = """
        if [ -n "$__io_pwd" ]; then cd -- "$__io_pwd" 2>/dev/null || [ -f "$1/sh" ] || { echo 'incidentops: no such folder' >&2; exit 125; }; fi
        unset __io_pwd

        """;

    // What the first step whose variables are kept begins with, to be compared with what it leaves.
    private const string Note = """
        if [ -n "$3" ] && [ ! -f "$1/first" ]; then ( unset $4; printf '%s\0' "$PWD"; env -0 ) >"$1/first" 2>/dev/null || rm -f -- "$1/first"; fi

        """;

    /// <summary>
    /// Tells what the first step began with and, after an empty entry, what the last one has left, in bash's words. Nothing of
    /// the secrets; and nothing at all where it is more than is kept of an output.
    /// </summary>
    public const string TellBash = BashBegin + """
        set +eu
        unset $4
        { cat -- "$1/first" && printf '\0' && declare -p; } >"$1/told" 2>/dev/null && [ "$(wc -c <"$1/told")" -le 65536 ] && cat -- "$1/told"
        """;

    /// <summary>The same in another shell: the folder and the environment.</summary>
    public const string TellPosix = PosixBegin + """
        set +eu
        unset $4
        { cat -- "$1/first" && printf '\0%s\0' "$PWD" && env -0; } >"$1/told" 2>/dev/null && [ "$(wc -c <"$1/told")" -le 65536 ] && cat -- "$1/told"
        """;

    /// <summary>Leaves all variables for the next bash, and the exported ones in simpler words for the next sh.</summary>
    public const string Bash = BashBegin + Note + """
        __io_dir=$1 __io_command=$2 __io_keep=$3 __io_secrets=$4
        shift 5
        __io_save() {
          set +eux
          local __io_name __io_value __io_quote="'\\''" IFS=$' \t\n'
          unset $__io_secrets
          {
            __io_value=${PWD//\'/"$__io_quote"}
            printf "__io_pwd='%s'\n" "$__io_value" >&4
            printf "__io_pwd='%s'\n" "$__io_value"
            for __io_name in $(compgen -v); do
              case $__io_name in
                __io_*|BASH*|DIRSTACK|EUID|UID|PPID|GROUPS|HOSTNAME|HOSTTYPE|MACHTYPE|OSTYPE|OPTERR|OPTIND|OPTARG|PIPESTATUS) continue ;;
                SECONDS|RANDOM|SRANDOM|EPOCHSECONDS|EPOCHREALTIME|SHELLOPTS|PS4|LINENO|FUNCNAME|COMP_WORDBREAKS|REPLY|IFS|PWD|OLDPWD|SHLVL|_|TERM|COLUMNS|LINES) continue ;;
              esac
              declare -p "$__io_name"
            done
            for __io_name in $(compgen -e); do
              case $__io_name in __io_*|BASH*|SHELLOPTS|IFS|PWD|OLDPWD|SHLVL|_) continue ;; esac
              __io_value=${!__io_name//\'/"$__io_quote"}
              printf "export %s='%s'\n" "$__io_name" "$__io_value" >&4
            done
          } >"$__io_dir/bash.new" 4>"$__io_dir/sh.new" 2>/dev/null && mv -f -- "$__io_dir/sh.new" "$__io_dir/sh" && mv -f -- "$__io_dir/bash.new" "$__io_dir/bash"
        }
        if [ -n "$__io_keep" ]; then trap __io_save EXIT; fi
        eval "$__io_command"
        """;

    /// <summary>Leaves all variables as exported ones. What only bash understands ends here.</summary>
    public const string Posix = PosixBegin + Note + """
        __io_dir=$1 __io_command=$2 __io_keep=$3 __io_secrets=$4
        shift 5
        __io_save() {
          set +eux
          unset IFS
          unset $__io_secrets
          __io_pwd=$PWD
          unset PWD OLDPWD
          export -p >"$__io_dir/sh.new" 2>/dev/null && mv -f -- "$__io_dir/sh.new" "$__io_dir/sh" && rm -f -- "$__io_dir/bash"
        }
        set -a
        if [ -n "$__io_keep" ]; then trap __io_save EXIT; fi
        eval "$__io_command"
        """;
}
