namespace NcloudServer.EngineTests.Contract;

/// <summary>Which files have to be signed where the execution policy is AllSigned, as the README names them.</summary>
/// <remarks>
/// Source: PowerShell, <c>security/SecurityManager.cs</c> (the extensions that the policy is about) and
/// <c>engine/Modules/ModuleCmdletBase.cs</c> (a psd1 is not checked at import, but by the check of a gallery's client). Assemblies, help
/// and texts are not its matter. Elsewhere than on Windows the engine asks for no signature, so that no test here can see it ask.
/// </remarks>
public sealed class SignedFilesTests
{
    private static readonly string[] s_signedExtensions = [".ps1", ".psm1", ".psd1", ".ps1xml", ".cdxml", ".xaml"];

    [Fact]
    public void The_files_to_sign_are_these() => Assert.Equal(
        ["NcloudServer.Format.ps1xml", "NcloudServer.psd1", "NcloudServer.psm1", "import/Assert-Version.ps1"],
        Directory.EnumerateFiles(TestProcess.ModuleDirectory, "*", SearchOption.AllDirectories)
            .Where(path => s_signedExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Select(path => Path.GetRelativePath(TestProcess.ModuleDirectory, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));
}
