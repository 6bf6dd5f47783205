-- Adds deals through `POST /deals`, for wrk: `… -s fill.lua URL -- COUNT CUSTOMERS PROVIDERS MARKED`.
-- Deal n is of customer n % CUSTOMERS and provider (7n + n / CUSTOMERS) % PROVIDERS, so that pairs do not repeat. The last
-- MARKED deals are those of "Marked Party". Behind COUNT it only asks for /healthz, until somebody ends it.
-- wrk makes one request that it does not send, to see how many a script gives at once: deal 0 is counted from the second on.
local number, count, customers, providers, marked = -1, 0, 0, 0, 0
local types = {"compute", "hardware", "datacenter", "power"}
local statuses = {"signed", "completed", "intent", "rumored"}

function init(arguments)
   count = tonumber(arguments[1])
   customers = tonumber(arguments[2])
   providers = tonumber(arguments[3])
   marked = tonumber(arguments[4] or 0)
end

function request()
   local n = math.max(number, 0)
   if n == count then return wrk.format("GET", "/healthz") end
   number = number + 1
   local customer = n >= count - marked and "Marked Party" or "Party " .. n % customers
   local provider = "Supplier " .. (7 * n + math.floor(n / customers)) % providers
   local day = string.format("%d-%02d-%02d", 2021 + n % 5, 1 + n % 12, 1 + n % 28)
   local millions = 1000000 * (1 + n * 7919 % 5000)
   local body = string.format(
      '{"type":"%s","status":"%s","parties":[{"company":"%s","role":"customer"},{"company":"%s","role":"provider"}],' ..
      '"value":{"min":%d,"max":%d,"currency":"USD"},"announced_on":"%s"}',
      types[1 + n % 4], statuses[1 + n % 4], customer, provider, millions, millions, day)
   return wrk.format("POST", "/deals", {["content-type"] = "application/json"}, body)
end

function response(status)
   if status ~= 201 and number < count then io.stderr:write("status " .. status .. "\n") end
end
