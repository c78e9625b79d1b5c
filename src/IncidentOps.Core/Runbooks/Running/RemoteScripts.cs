namespace IncidentOps.Core.Runbooks.Running;

/// <summary>What the shells of another machine are given around a step. It may have little more than a POSIX shell.</summary>
internal static class RemoteScripts
{
    /// <summary>The environment variable that names the run's folder there.</summary>
    public const string FolderVariable = "__io_folder";

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
        mkdir -m 700 -- "$__io_dir" 2>/dev/null || { [ -d "$__io_dir" ] && [ ! -h "$__io_dir" ] && [ -O "$__io_dir" ]; } || { echo 'incidentops: no folder of the run'\''s own' >&2; exit 125; }
        command -v "$2" >/dev/null 2>&1 || { echo 'incidentops: no such shell' >&2; exit 127; }
        unset __io_folder
        exec "$2" -c "$1" "$2" "$__io_dir" "$3" "$4" "$5" "$6"
        """;

    /// <summary>Ends with the connection and takes the folder away.</summary>
    public const string Keep = "trap '' HUP INT TERM PIPE\nIFS= read -r _\n" + Remove;

    /// <summary>Takes the folder away.</summary>
    public const string Remove = Folder + """
        rm -rf -- "$__io_dir"
        """;

    /// <summary>Leaves all variables for the next bash, and the exported ones in simpler words for the next sh.</summary>
    public const string Bash = """
        if [ -f "$1/bash" ]; then unset $5; . "$1/bash"; elif [ -f "$1/sh" ]; then unset $5; . "$1/sh"; fi 2>/dev/null
        if [ -n "$__io_pwd" ]; then cd -- "$__io_pwd" 2>/dev/null; fi
        unset __io_pwd
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
    public const string Posix = """
        if [ -f "$1/sh" ]; then unset $5; . "$1/sh"; fi
        if [ -n "$__io_pwd" ]; then cd -- "$__io_pwd" 2>/dev/null || :; fi
        unset __io_pwd
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
