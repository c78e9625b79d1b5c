@{
    ModuleVersion     = '1.0.0'
    GUID              = '0d8f2f2c-4a0c-4f35-b1d4-1c6d7b6f9e52'
    Author            = 'IncidentOps contributors'
    Description       = 'How the objects of IncidentOps look. Loaded by the first command of IncidentOps.'
    FormatsToProcess  = @('IncidentOps.Format.ps1xml')
    TypesToProcess    = @('IncidentOps.Types.ps1xml')
    CmdletsToExport   = @()
    FunctionsToExport = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
