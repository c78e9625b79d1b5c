namespace IncidentOps.Core.Execution;

/// <summary>What a shell that stays does: it waits for orders, and splits off a process for each.</summary>
internal static class ResidentScript
{
    /// <summary>The pipe of orders: a line for each command, "tell" where its variables are wanted.</summary>
    public const string Orders = "orders";

    /// <summary>The next command: what sets it up, and its text, each ended by a zero byte.</summary>
    public const string Command = "command";

    /// <summary>The process group of the command that runs.</summary>
    public const string Group = "group";

    public const string Output = "out";
    public const string ErrorOutput = "err";

    /// <summary>The variables that the command has left.</summary>
    public const string Variables = "variables";

    /// <summary>
    /// $1 is the folder, $2 the names of the secrets. A number on standard output answers an order: the command's exit code
    /// when it has ended. Until then the folder's file says which process group it is.
    /// The watchdog sees standard input end without a farewell when our process dies, and ends the running command with the
    /// shell. A command that is just starting sees its mark: one of the two always sees the other.
    /// $$ is the shell for all commands: a signal sent there is meant for the command. It may come at once, so that $! is
    /// asked for the command and no variable set after it. A wait that a signal has ended is begun anew.
    /// </summary>
    public const string Text = """
        exec 9<&0 </dev/null 2>/dev/null 8<>"$1/orders"
        (
          exec 8<&- >/dev/null
          trap '' HUP INT TERM
          IFS= read -r _ <&9 || {
            : >"$1/dead"
            IFS= read -r group <"$1/group" && kill -9 -"$group"
            kill -9 "$$"
            rm -rf -- "$1"
          }
        ) &
        exec 9<&-
        set -m
        __io_folder=$1 __io_secrets=$2
        shift 2
        trap '__io_signalled=1; kill -TERM "$!"' TERM
        trap '__io_signalled=1; kill -HUP "$!"' HUP
        trap '__io_signalled=1; kill -INT "$!"' INT
        __io_tell() {
          local IFS=$' \t\n'
          set +eux
          unset $__io_secrets
          declare -p >|"$__io_folder/variables"
        }
        while IFS= read -r __io_order <&8; do
          (
            set +m
            trap - TERM HUP INT
            __io_group=${BASHPID:-$(exec sh -c 'echo "$PPID"')}
            printf '%s\n' "$__io_group" >|"$__io_folder/group"
            if [ -e "$__io_folder/dead" ]; then exit 1; fi
            { IFS= read -r -d '' __io_setup; IFS= read -r -d '' __io_command; } <"$__io_folder/command"
            [ -z "$__io_order" ] || trap '__io_tell 2>/dev/null' EXIT
            SECONDS=0
            { eval "$__io_setup"; } >/dev/null 2>&1
            eval "$__io_command"
          ) 8<&- >"$__io_folder/out" 2>"$__io_folder/err" &
          while :; do
            __io_signalled=
            wait "$!"
            __io_code=$?
            [ -n "$__io_signalled" ] || break
          done
          : >|"$__io_folder/group"
          printf '%s\n' "$__io_code"
        done
        """;
}
