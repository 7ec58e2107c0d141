/** Signatures of what the package `fastapi` offers in modules of its own, and of the server it runs on. */
export const fastapiCors = `
class CORSMiddleware: ...
`;
export const fastapiResponses = `
from fastapi import Response
class JSONResponse(Response):
    def __init__(self, content: Any = ..., status_code: int = ..., headers: dict[str, str] | None = ...) -> None: ...
`;
export const fastapiStatus = `
HTTP_200_OK: int
HTTP_201_CREATED: int
HTTP_202_ACCEPTED: int
HTTP_204_NO_CONTENT: int
HTTP_400_BAD_REQUEST: int
HTTP_401_UNAUTHORIZED: int
HTTP_403_FORBIDDEN: int
HTTP_404_NOT_FOUND: int
HTTP_409_CONFLICT: int
HTTP_410_GONE: int
HTTP_422_UNPROCESSABLE_ENTITY: int
HTTP_422_UNPROCESSABLE_CONTENT: int
HTTP_429_TOO_MANY_REQUESTS: int
HTTP_500_INTERNAL_SERVER_ERROR: int
HTTP_503_SERVICE_UNAVAILABLE: int
`;
export const uvicorn = `
def run(app: Any, *, host: str = ..., port: int = ..., **kwargs: Any) -> None: ...
`;
