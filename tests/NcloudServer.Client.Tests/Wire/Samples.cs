namespace NcloudServer.Tests.Wire;

/// <summary>The same server with every documented field and some of the future, written by hand in both formats.</summary>
internal static class Samples
{
    public const string ServerJson = """
        {
          "serverInstanceNo": "1234567", "serverName": "web-1", "serverDescription": "첫 서버 & more", "cpuCount": 2, "memorySize": 4294967296,
          "platformType": {"code": "LNX64", "codeName": "Linux 64 Bit"},
          "loginKeyName": "key", "publicIpInstanceNo": "99", "publicIp": "192.0.2.7",
          "serverInstanceStatus": {"code": "RUN", "codeName": "서버 RUN 상태"},
          "serverInstanceOperation": {"code": "NULL", "codeName": "서버 NULL OP"},
          "serverInstanceStatusName": "running", "createDate": "2024-05-06T07:08:09+0900", "uptime": "2024-05-06T07:18:19+0900",
          "serverImageProductCode": "SW.VSVR.OS", "serverProductCode": "SVR.VSVR", "isProtectServerTermination": true, "zoneCode": "KR-1",
          "regionCode": "KR", "vpcNo": "11", "subnetNo": "12", "networkInterfaceNoList": ["21", "22"], "initScriptNo": "31",
          "serverInstanceType": {"code": "STAND", "codeName": "Standard"},
          "baseBlockStorageDiskType": {"code": "NET", "codeName": "Network Storage"},
          "baseBlockStorageDiskDetailType": {"code": "SSD", "codeName": "SSD"}, "placementGroupNo": "41", "placementGroupName": "pg",
          "memberServerImageInstanceNo": "51",
          "blockDevicePartitionList": [{"mountPoint": "/", "partitionSize": "100"}, {"mountPoint": "/home", "partitionSize": "200"}],
          "hypervisorType": {"code": "KVM", "codeName": "KVM"}, "serverImageNo": "61", "serverSpecCode": "s2-g3a",
          "eventList": [{"eventType": "MAINTENANCE", "isPlanned": true}], "fabricClusterPoolNo": "71", "fabricClusterPoolName": "pool",
          "fabricClusterNo": "72", "fabricClusterName": "cluster", "fabricClusterMode": "SINGLE", "isPreInstallGpuDriver": true,
          "future": "later", "futureFlag": false, "futurePart": {"depth": "1", "inner": {"flag": true, "itemList": ["a", "b"]}}
        }
        """;

    public const string ServerXml = """
        <serverInstance>
          <serverInstanceNo>1234567</serverInstanceNo><serverName>web-1</serverName><serverDescription>첫 서버 &amp; more</serverDescription>
          <cpuCount>2</cpuCount><memorySize>4294967296</memorySize>
          <platformType><code>LNX64</code><codeName>Linux 64 Bit</codeName></platformType><loginKeyName>key</loginKeyName>
          <publicIpInstanceNo>99</publicIpInstanceNo><publicIp>192.0.2.7</publicIp>
          <serverInstanceStatus><code>RUN</code><codeName>서버 RUN 상태</codeName></serverInstanceStatus>
          <serverInstanceOperation><code>NULL</code><codeName>서버 NULL OP</codeName></serverInstanceOperation>
          <serverInstanceStatusName>running</serverInstanceStatusName>
          <createDate>2024-05-06T07:08:09+0900</createDate><uptime>2024-05-06T07:18:19+0900</uptime>
          <serverImageProductCode>SW.VSVR.OS</serverImageProductCode><serverProductCode>SVR.VSVR</serverProductCode>
          <isProtectServerTermination>true</isProtectServerTermination><zoneCode>KR-1</zoneCode><regionCode>KR</regionCode>
          <vpcNo>11</vpcNo><subnetNo>12</subnetNo>
          <networkInterfaceNoList><networkInterfaceNo>21</networkInterfaceNo>
          <networkInterfaceNo>22</networkInterfaceNo></networkInterfaceNoList>
          <initScriptNo>31</initScriptNo>
          <serverInstanceType><code>STAND</code><codeName>Standard</codeName></serverInstanceType>
          <baseBlockStorageDiskType><code>NET</code><codeName>Network Storage</codeName></baseBlockStorageDiskType>
          <baseBlockStorageDiskDetailType><code>SSD</code><codeName>SSD</codeName></baseBlockStorageDiskDetailType>
          <placementGroupNo>41</placementGroupNo><placementGroupName>pg</placementGroupName>
          <memberServerImageInstanceNo>51</memberServerImageInstanceNo>
          <blockDevicePartitionList>
            <blockDevicePartition><mountPoint>/</mountPoint><partitionSize>100</partitionSize></blockDevicePartition>
            <blockDevicePartition><mountPoint>/home</mountPoint><partitionSize>200</partitionSize></blockDevicePartition>
          </blockDevicePartitionList>
          <hypervisorType><code>KVM</code><codeName>KVM</codeName></hypervisorType>
          <serverImageNo>61</serverImageNo><serverSpecCode>s2-g3a</serverSpecCode>
          <eventList><event><eventType>MAINTENANCE</eventType><isPlanned>true</isPlanned></event></eventList>
          <fabricClusterPoolNo>71</fabricClusterPoolNo><fabricClusterPoolName>pool</fabricClusterPoolName>
          <fabricClusterNo>72</fabricClusterNo><fabricClusterName>cluster</fabricClusterName><fabricClusterMode>SINGLE</fabricClusterMode>
          <isPreInstallGpuDriver>true</isPreInstallGpuDriver>
          <future>later</future><futureFlag>false</futureFlag>
          <futurePart><depth>1</depth><inner><flag>true</flag><itemList><item>a</item><item>b</item></itemList></inner></futurePart>
        </serverInstance>
        """;

    public static string Json(string action) =>
        $$$"""{"{{{action}}}Response":{"requestId":"11111111-2222-3333-4444-555555555555","returnCode":"""
        + $$$""" "0","returnMessage":"success","totalRows":1,"serverInstanceList":[{{{ServerJson}}}]}}""";

    public static string Xml(string action) =>
        $"<{action}Response><requestId>11111111-2222-3333-4444-555555555555</requestId><returnCode>0</returnCode>"
        + "<returnMessage>success</returnMessage><totalRows>1</totalRows>"
        + $"<serverInstanceList>{ServerXml}</serverInstanceList></{action}Response>";
}
