-- Run by Neovim without a screen: attaches the server to a file and prints what hovers at given places say.
-- The environment names the server (a JSON list), the file, its language and the places (a JSON list of {line, character} from 0).
local server = vim.fn.json_decode(vim.env.INTERLINEAR_SERVER)
local places = vim.fn.json_decode(vim.env.INTERLINEAR_PLACES)

local function finish(answer)
  io.stdout:write(vim.fn.json_encode(answer) .. "\n")
  vim.cmd("qall!")
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.INTERLINEAR_FILE))
local buffer = vim.api.nvim_get_current_buf()
vim.api.nvim_buf_set_option(buffer, "filetype", vim.env.INTERLINEAR_LANGUAGE)
local id = vim.lsp.start_client({ name = "interlinear", cmd = server, root_dir = vim.fn.getcwd() })
if id == nil then
  finish({ error = "the server does not start" })
end
vim.lsp.buf_attach_client(buffer, id)
vim.wait(20000, function() return vim.lsp.buf_get_clients(buffer)[id] ~= nil end, 50)

local answers = {}
for _, place in ipairs(places) do
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer), position = { line = place[1], character = place[2] } }
  local replies = vim.lsp.buf_request_sync(buffer, "textDocument/hover", params, 20000) or {}
  local reply = replies[id]
  local result = reply and reply.result
  table.insert(answers, result and result.contents and result.contents.value or "")
end
finish({ hovers = answers })
