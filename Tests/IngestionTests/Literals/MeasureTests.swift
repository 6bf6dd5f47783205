import Testing

struct MeasureTests {
    @Test(arguments: [
        LiteralCase(
            "fr", "un gigawatt, 500 kW, jusqu'à 1,2 GW, 300 mégawatts", "power 1000 megawatt", "power 0.5 megawatt",
            "power ..1200 megawatt", "power 300 megawatt"),
        LiteralCase(
            "fr", "3 à 4 GW et plusieurs centaines de mégawatts", "power 3000..4000 megawatt", "power 100..999 megawatt"
        ),
        LiteralCase(
            "en", "1.2 GW, 690 MW, a one-gigawatt campus, more than 2 gigawatts", "power 1200 megawatt",
            "power 690 megawatt", "power 1000 megawatt", "power 2000.. megawatt"),
        LiteralCase(
            "en", "a multi-gigawatt plan, several hundred megawatts", "power 1000..9999 megawatt",
            "power 100..999 megawatt"),
    ])
    func `power is in megawatts`(_ example: LiteralCase) throws {
        try example.check("power")
    }

    @Test(arguments: [
        LiteralCase("fr", "100 000 GPU, 1 300 serveurs, 1 300 racks", "number 100000", "number 1300", "number 1300"),
        LiteralCase(
            "fr", "des centaines de milliers de puces, une douzaine de sites", "number 100000..999999", "number 12"),
        LiteralCase("fr", "vingt et un mille trois cents", "number 21300"),
        LiteralCase("fr", "quatre-vingt-dix-neuf sites", "number 99"),
        LiteralCase(
            "en", "100,000 GPUs, up to 1 million chips, at least another 50,000", "number 100000", "number ..1000000",
            "number 50000.."),
        LiteralCase(
            "en", "hundreds of thousands of chips, dozens of sites, 1.5 million", "number 100000..999999",
            "number 10..99", "number 1500000"),
        LiteralCase("en", "two hundred and six thousand and twelve", "number 206012"),
        LiteralCase("en", "GPT-5 came 3rd in the 1990s, at 11:30"),
    ])
    func `counts are read in digits and words`(_ example: LiteralCase) throws {
        try example.check("number")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "entre cent et deux cents, deux tiers de million", "number 100..200", "number 666666.6666666666"),
        LiteralCase(
            "en", "between one hundred and two hundred, five million and ten million", "number 100..200",
            "number 5000000", "number 10000000"),
        LiteralCase("en", "more than 10 and less than 40, at most 5", "number 10..40", "number ..5"),
    ])
    func `two numbers stay two, or make one interval`(_ example: LiteralCase) throws {
        try example.check("number")
    }

    @Test(arguments: [
        LiteralCase("fr", "un quart de siècle, deux ou trois ans", "duration 25 year", "duration 2..3 year"),
        LiteralCase(
            "en", "a two-and-a-half-year lease, a three- to five-year deal", "duration 2.5 year", "duration 3..5 year"),
        LiteralCase("en", "for over a decade, a quarter of a century", "duration 10.. year", "duration 25 year"),
        LiteralCase("fr", "sur sept ans, pendant deux décennies", "duration 7 year", "duration 20 year"),
        LiteralCase("fr", "pour 7 ans et 6 mois, plus de dix ans", "duration 90 month", "duration 10.. year"),
        LiteralCase(
            "en", "over seven years, a 15-year lease, two decades", "duration 7 year", "duration 15 year",
            "duration 20 year"),
        LiteralCase("en", "an hour and a half; more than seven years", "duration 1.5 hour", "duration 7.. year"),
    ])
    func `stretches of time keep their unit`(_ example: LiteralCase) throws {
        try example.check("duration")
    }

    @Test(arguments: [
        LiteralCase("fr", "8 % du capital, 45 hectares", "quantity 8 percent", "quantity 45 hectare"),
        LiteralCase("en", "a 10% stake and a 45-acre site", "quantity 10 percent", "quantity 45 acre"),
    ])
    func `quantities keep the unit that is written`(_ example: LiteralCase) throws {
        try example.check("quantity")
    }
}
