@main
struct Dealtracker {
    static func main() {}
}
