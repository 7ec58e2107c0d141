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

-- Further requests, each a method and its parameters besides the document; Neovim itself carries out the edit of an action.
local others = {}
for _, request in ipairs(vim.fn.json_decode(vim.env.INTERLINEAR_REQUESTS or "[]")) do
  local params = vim.tbl_extend("force", { textDocument = vim.lsp.util.make_text_document_params(buffer) }, request[2])
  local replies = vim.lsp.buf_request_sync(buffer, request[1], params, 20000) or {}
  table.insert(others, replies[id] and replies[id].result or vim.NIL)
end

local text = vim.NIL
if vim.env.INTERLINEAR_ACTION then
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer), context = { diagnostics = {} } }
  local line = tonumber(vim.env.INTERLINEAR_ACTION)
  params.range = { start = { line = line, character = 0 }, ["end"] = { line = line + 1, character = 0 } }
  local replies = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", params, 20000) or {}
  local action = replies[id].result[1]
  local resolved = vim.lsp.buf_request_sync(buffer, "codeAction/resolve", action, 20000) or {}
  vim.lsp.util.apply_workspace_edit(resolved[id].result.edit, "utf-16")
  text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
end
finish({ hovers = answers, others = others, text = text })
