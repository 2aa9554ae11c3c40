
@main struct Village { static func main() {} }
