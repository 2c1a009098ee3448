using NcloudServer.Wire;

namespace NcloudServer.Tests.Wire;

/// <summary>What a person is shown of a call's parameters before it is made.</summary>
public sealed class SecretParametersTests
{
    [Fact]
    public void Parameters_are_described_in_one_line_without_secrets() => Assert.Equal(
        "serverName = web, loginPassword = ***", Describe(("serverName", "web"), ("loginPassword", "s3cret!")));

    [Fact]
    public void Nothing_is_described_as_nothing() => Assert.Equal(string.Empty, Describe());

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, " …")]
    public void A_long_value_is_cut(int more, string ending)
    {
        string longest = new('a', 100);

        Assert.Equal($"name = {longest}{ending}", Describe(("name", longest + new string('b', more))));
    }

    [Fact]
    public void A_long_description_is_cut()
    {
        string described = Describe([.. Enumerable.Range(0, 1000).Select(position => ($"name{position}", "value"))]);

        Assert.StartsWith("name0 = value, name1 = value, ", described, System.StringComparison.Ordinal);
        Assert.EndsWith(" …", described, System.StringComparison.Ordinal);
        Assert.Equal(1000 + 2, described.Length);
    }

    [Theory]
    [InlineData("pwd", "loginPwd", "userPwd", "pw", "userPw", "pass", "adminPass", "PASSWORD", "passwd", "passPhrase")]
    [InlineData("preSharedKey", "presharedkey", "psk", "ipsecPSK", "apiKey", "API_KEY", "x-api-key", "key", "keyList.1")]
    [InlineData("pin", "cardPin", "pinCode", "PIN", "otp", "otpCode", "OTPNumber", "totpToken", "sessionToken", "clientSecret")]
    [InlineData("certificateKey", "hmacKey", "encryptionKey", "sshKey", "sshKeys", "privateKey", "accessKeyId", "secretKeyName")]
    [InlineData("keyPassword", "keyStore.1.pinCode", "credentials", "iamCredential", "publicKey")]
    [InlineData("비밀번호", "로그인 암호", "패스워드", "인증 토큰", "접속 키", "인증키")]
    public void A_secret_is_known_by_the_words_of_its_name(params string[] names) =>
        Assert.All(names, name => Assert.Equal($"{name} = ***", Describe((name, "value"))));

    [Theory]
    [InlineData("loginKeyName", "publicKeyNo", "keyName", "loginKeyNameList.1", "sshKeyNumber", "keyCode", "login_key_name", "키 이름")]
    [InlineData("serverName", "keyword", "pinnedNo", "compassNo", "spin", "optionList.1", "bypassCode", "서버 이름")]
    [InlineData("regionCode", "vpcNo", "serverInstanceNoList.1", "pwmMode", "passengerNo", "networkInterfaceList.1.subnetNo")]
    public void What_only_tells_which_key_it_is_or_has_a_word_inside_another_stays_readable(params string[] names) =>
        Assert.All(names, name => Assert.Equal($"{name} = value", Describe((name, "value"))));

    private static string Describe(params (string Name, string Value)[] parameters) =>
        SecretParameters.Describe(parameters.Select(parameter => new KeyValuePair<string, string>(parameter.Name, parameter.Value)));
}
