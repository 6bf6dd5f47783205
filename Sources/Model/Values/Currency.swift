/// A currency in circulation, by its alphabetic code of ISO 4217 (list one).
public struct Currency: Hashable, Sendable {
    /// Three capital letters.
    public let code: String

    /// The currency with this code, in capitals or not.
    ///
    /// - Throws: ``ModelError/unknownCurrency(_:)``.
    public init(_ code: String) throws(ModelError) {
        let upper = code.uppercased()
        guard Self.codes.contains(upper) else { throw .unknownCurrency(code) }
        self.code = upper
    }

    private init(known code: String) {
        self.code = code
    }

    /// The dollar of the United States.
    public static let usd = Currency(known: "USD")
    /// The euro.
    public static let eur = Currency(known: "EUR")

    /// The codes of ISO 4217 list one, without funds, metals and test codes.
    private static let codes: Set<String> = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
        CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL \
        HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD \
        MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG \
        QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD \
        TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init))
}
