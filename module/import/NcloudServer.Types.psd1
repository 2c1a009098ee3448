@{
    # A manifest has to have one; nobody asks for this one.
    ModuleVersion     = '1.0'
    TypesToProcess    = @('../NcloudServer.Types.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
