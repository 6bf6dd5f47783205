import HTTPCore
import Testing

@testable import API

@Suite struct IPNetworkTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.1.2.3", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.1", "192.0.2.1", true),
        ("192.0.2.1", "192.0.2.2", false), ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("::/0", "2001:db8::1", true), ("fd00::/8", "fdab:1::2", true), ("fd00::/8", "fe80::1", false),
        ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
        ("10.0.0.0/8", "::ffff:10.1.2.3", true), ("2001:db8::1/128", "2001:db8:0:0:0:0:0:1", true),
    ])
    func `an address lies in a network where their leading bits agree`(network: String, address: String, isIn: Bool)
        throws
    {
        let network = try #require(IPNetwork(network))
        let address = try #require(IPAddress(address))
        #expect(network.contains(address) == isIn)
    }

    @Test(arguments: [
        "", "10.0.0", "10.0.0.256", "10.0.0.01", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "1::2::3",
        "12345::",
        ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "g::", "1:2:3:4:5:6:7", "10.0.0.0/8/9", " 10.0.0.1", "::+1",
    ])
    func `what is no network is refused`(text: String) {
        #expect(IPNetwork(text) == nil)
    }

    @Test func `forwarded addresses are believed from configured proxies only, and up to the first stranger`() {
        var configuration = APIConfiguration()
        configuration.trustedProxies = ["10.0.0.0/8", "192.0.2.7"].compactMap { IPNetwork($0) }
        let service = Bench(configuration).api.service
        func address(_ peer: PeerAddress, _ forwarded: String?) -> String {
            var fields = HTTPFields()
            if let forwarded { fields.append("x-forwarded-for", forwarded) }
            return service.address(of: HTTPRequest(method: .get, target: "/", fields: fields, peer: peer))
        }
        let proxy = PeerAddress.ipv4(0x0A00_0001, port: 9)
        let stranger = PeerAddress.ipv4(0xCB00_7101, port: 9)
        #expect(address(proxy, nil) == "10.0.0.1")
        #expect(address(proxy, "198.51.100.4") == "198.51.100.4")
        #expect(address(proxy, "1.1.1.1, 198.51.100.4, 192.0.2.7") == "198.51.100.4")
        #expect(address(proxy, "1.1.1.1, nonsense") == "10.0.0.1")
        #expect(address(stranger, "1.1.1.1") == "203.0.113.1")
        #expect(address(.local, "1.1.1.1") == "local")
    }
}
