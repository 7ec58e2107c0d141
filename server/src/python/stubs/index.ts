import abcStub from "./abc.ts";
import argparseStub from "./argparse.ts";
import arrayStub from "./array.ts";
import asyncioStub from "./asyncio.ts";
import asyncioExceptionsStub from "./asyncio-exceptions.ts";
import base64Stub from "./base64.ts";
import binasciiStub from "./binascii.ts";
import bisectStub from "./bisect.ts";
import builtinExceptionsStub from "./builtin-exceptions.ts";
import builtinsStub from "./builtins.ts";
import calendarStub from "./calendar.ts";
import cmathStub from "./cmath.ts";
import collectionsStub from "./collections.ts";
import concurrentFuturesStub from "./concurrent-futures.ts";
import contextlibStub from "./contextlib.ts";
import copyStub from "./copy.ts";
import csvStub from "./csv.ts";
import dataclassesStub from "./dataclasses.ts";
import datetimeStub from "./datetime.ts";
import decimalStub from "./decimal.ts";
import enumStub from "./enum.ts";
import fastapiStub from "./fastapi.ts";
import { fastapiCors, fastapiResponses, fastapiStatus, uvicorn } from "./fastapi-modules.ts";
import fnmatchStub from "./fnmatch.ts";
import fractionsStub from "./fractions.ts";
import functoolsStub from "./functools.ts";
import getpassStub from "./getpass.ts";
import globStub from "./glob.ts";
import hashlibStub from "./hashlib.ts";
import heapqStub from "./heapq.ts";
import hmacStub from "./hmac.ts";
import ioStub from "./io.ts";
import itertoolsStub from "./itertools.ts";
import jsonStub from "./json.ts";
import jsonDecoderStub from "./json-decoder.ts";
import loggingStub from "./logging.ts";
import mathStub from "./math.ts";
import operatorStub from "./operator.ts";
import osStub from "./os.ts";
import osPathStub from "./os-path.ts";
import pathlibStub from "./pathlib.ts";
import platformStub from "./platform.ts";
import pprintStub from "./pprint.ts";
import pydanticStub from "./pydantic.ts";
import queueStub from "./queue.ts";
import randomStub from "./random.ts";
import reStub from "./re.ts";
import secretsStub from "./secrets.ts";
import shutilStub from "./shutil.ts";
import signalStub from "./signal.ts";
import socketStub from "./socket.ts";
import statisticsStub from "./statistics.ts";
import stringStub from "./string.ts";
import structStub from "./struct.ts";
import subprocessStub from "./subprocess.ts";
import sysStub from "./sys.ts";
import tempfileStub from "./tempfile.ts";
import textwrapStub from "./textwrap.ts";
import threadingStub from "./threading.ts";
import timeStub from "./time.ts";
import tracebackStub from "./traceback.ts";
import typesStub from "./types.ts";
import typingStub from "./typing.ts";
import unicodedataStub from "./unicodedata.ts";
import unittestStub from "./unittest.ts";
import urllibParseStub from "./urllib-parse.ts";
import uuidStub from "./uuid.ts";
import warningsStub from "./warnings.ts";
import weakrefStub from "./weakref.ts";
import zlibStub from "./zlib.ts";

/** The stubs of all known modules, by name. */
export const stubs: Readonly<Record<string, string>> = {
  abc: abcStub,
  argparse: argparseStub,
  array: arrayStub,
  asyncio: asyncioStub,
  "asyncio.exceptions": asyncioExceptionsStub,
  base64: base64Stub,
  binascii: binasciiStub,
  bisect: bisectStub,
  builtins: builtinsStub + builtinExceptionsStub,
  calendar: calendarStub,
  cmath: cmathStub,
  collections: collectionsStub,
  "concurrent.futures": concurrentFuturesStub,
  contextlib: contextlibStub,
  copy: copyStub,
  csv: csvStub,
  dataclasses: dataclassesStub,
  datetime: datetimeStub,
  decimal: decimalStub,
  enum: enumStub,
  fastapi: fastapiStub,
  "fastapi.middleware.cors": fastapiCors,
  "fastapi.responses": fastapiResponses,
  "fastapi.status": fastapiStatus,
  fnmatch: fnmatchStub,
  fractions: fractionsStub,
  functools: functoolsStub,
  getpass: getpassStub,
  glob: globStub,
  hashlib: hashlibStub,
  heapq: heapqStub,
  hmac: hmacStub,
  io: ioStub,
  itertools: itertoolsStub,
  json: jsonStub,
  "json.decoder": jsonDecoderStub,
  logging: loggingStub,
  math: mathStub,
  operator: operatorStub,
  os: osStub,
  "os.path": osPathStub,
  pathlib: pathlibStub,
  platform: platformStub,
  pprint: pprintStub,
  pydantic: pydanticStub,
  queue: queueStub,
  random: randomStub,
  re: reStub,
  secrets: secretsStub,
  shutil: shutilStub,
  signal: signalStub,
  socket: socketStub,
  statistics: statisticsStub,
  string: stringStub,
  struct: structStub,
  subprocess: subprocessStub,
  sys: sysStub,
  tempfile: tempfileStub,
  textwrap: textwrapStub,
  threading: threadingStub,
  time: timeStub,
  traceback: tracebackStub,
  types: typesStub,
  typing: typingStub,
  unicodedata: unicodedataStub,
  unittest: unittestStub,
  "urllib.parse": urllibParseStub,
  uuid: uuidStub,
  uvicorn,
  warnings: warningsStub,
  weakref: weakrefStub,
  zlib: zlibStub,
};
