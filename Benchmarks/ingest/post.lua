-- Posts articles, a line of a file each, for wrk: `… -s post.lua URL -- FILE FIRST TARGET STATUS`. Other statuses are told
-- on standard error. Behind the last line it stops.
local lines, number, target, status

function init(arguments)
   lines, number, target, status = {}, 0, arguments[3], tonumber(arguments[4])
   local first = tonumber(arguments[2])
   for line in io.lines(arguments[1]) do
      if first > 0 then first = first - 1 else lines[#lines + 1] = line end
   end
end

function request()
   number = number + 1
   if number >= #lines then wrk.thread:stop() end
   return wrk.format("POST", target, {["content-type"] = "application/json"}, lines[math.min(number, #lines)])
end

function response(given)
   if given ~= status and number < #lines then io.stderr:write("status " .. given .. "\n") end
end
