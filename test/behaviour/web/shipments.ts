import type { Asked } from "./servers.ts";

/* What examples/web/shipments.go is asked, in this order. */

const ann = { "X-Client": "ann" };
const staff = { "X-Client": "staff-1" };
const parcel = { weight: 2.5, customer: "ann" };

const asked = (method: string, path: string, more: Partial<Asked> = {}): Asked => ({
  title: `${method} ${path}`,
  method,
  path,
  ...more,
});

export const shipments: readonly Asked[] = [
  { title: "a text", path: "/health", compares: ["content-type"] },
  { title: "nobody asks", path: "/shipments", compares: ["content-type"] },
  { title: "a client that is banned", path: "/shipments", headers: { "X-Client": "banned" } },
  { title: "no shipments", path: "/shipments", headers: ann },
  { title: "a shipment", method: "PUT", path: "/shipments/a1", headers: ann, body: parcel },
  { title: "a code that is taken", method: "PUT", path: "/shipments/a1", headers: ann, body: parcel },
  { title: "half the price", method: "PUT", path: "/shipments/s1", headers: staff, body: parcel },
  { title: "too many parcels", method: "PUT", path: "/shipments/a2", headers: ann, body: parcel },
  {
    title: "a weight of zero",
    method: "PUT",
    path: "/shipments/b1",
    headers: staff,
    body: { weight: 0, customer: "bob" },
  },
  {
    title: "a heavy parcel",
    method: "PUT",
    path: "/shipments/b1",
    headers: staff,
    body: { weight: 30.5, customer: "bob" },
  },
  { title: "a short name", method: "PUT", path: "/shipments/b1", headers: staff, body: { weight: 1, customer: "b" } },
  { title: "a customer left out", method: "PUT", path: "/shipments/b1", headers: staff, body: { weight: 1 } },
  { title: "no JSON", method: "PUT", path: "/shipments/b1", headers: staff, text: "weight=1" },
  { title: "no body", method: "PUT", path: "/shipments/b1", headers: staff },
  {
    title: "letters of other scripts",
    method: "PUT",
    path: "/shipments/b1",
    headers: staff,
    body: { weight: 1, customer: "bö" },
  },
  { title: "all codes", path: "/shipments", headers: ann, compares: ["content-type"] },
  { title: "codes of a customer", path: "/shipments?customer=ann", headers: ann },
  { title: "codes of nobody", path: "/shipments?customer=", headers: ann },
  { title: "codes by state", path: "/shipments?state=new&state=lost", headers: ann },
  { title: "codes of another state", path: "/shipments?state=", headers: ann },
  { title: "a shipment by its code", path: "/shipments/a1", headers: ann },
  { title: "an escaped code", path: "/shipments/a%20b", headers: ann },
  asked("HEAD", "/shipments/a1", { headers: ann, compares: ["x-known"] }),
  asked("HEAD", "/shipments/zz", { headers: ann, compares: ["x-known"] }),
  asked("HEAD", "/health"),
  asked("OPTIONS", "/shipments/a1", { headers: ann, compares: ["allow"] }),
  asked("PATCH", "/shipments/a1", { headers: ann, body: { place: "Oslo" } }),
  asked("PATCH", "/shipments/a1", { headers: staff, body: { place: "Oslo" } }),
  asked("PATCH", "/shipments/a1", { headers: staff, body: { place: "" } }),
  asked("PATCH", "/shipments/a1", { headers: staff, body: { place: "Bergen", state: "lost" } }),
  asked("PATCH", "/shipments/zz", { headers: staff, body: { place: "Oslo" } }),
  asked("PATCH", "/shipments/a1", { headers: staff, body: { place: 3 } }),
  { title: "a shipment that is lost", path: "/shipments/a1", headers: ann },
  { title: "lost ones", path: "/shipments?state=lost", headers: ann },
  asked("DELETE", "/shipments/a1", { headers: staff }),
  asked("GET", "/archive/2023", { compares: ["location"] }),
  asked("GET", "/archive/2024", { compares: ["location"] }),
  asked("GET", "/archive/2025"),
  asked("GET", "/archive/2030", { compares: ["content-type"] }),
  ...["crash", "gateway", "busy", "method", "media"].map((kind) => asked("GET", `/probe/x?kind=${kind}`)),
  asked("GET", "/probe/x"),
  asked("GET", "/shipments/a1/probe", { headers: staff }),
  { title: "a path with a slash too many", path: "/shipments/", headers: ann },
  { title: "a path with a slash too many that is posted to", method: "PUT", path: "/shipments/a1/", headers: ann },
  { title: "documents of FastAPI", path: "/openapi.json" },
  { title: "an unknown path", path: "/nowhere", compares: ["content-type"] },
];
