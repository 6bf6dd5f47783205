-- Asks for the deals of a thousand parties in turn, for wrk.
local number = 0

function request()
   number = number + 1
   return wrk.format("GET", "/deals?party=Party%20" .. number * 7919 % 1000 .. "&limit=20")
end
