package main

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
)

func show(h hash.Hash, text string) {
	io.WriteString(h, text)
	h.Write([]byte("more"))
	fmt.Println(h.Size(), hex.EncodeToString(h.Sum(nil)))
}

func sums(b []byte) {
	ofMd5 := md5.Sum(b)
	fmt.Println(hex.EncodeToString(ofMd5[:]))
	show(md5.New(), "héllo")
	show(hmac.New(md5.New, b), "")
	ofSha1 := sha1.Sum(b)
	fmt.Println(hex.EncodeToString(ofSha1[:]))
	show(sha1.New(), "héllo")
	show(hmac.New(sha1.New, b), "")
	ofSha224 := sha256.Sum224(b)
	fmt.Println(hex.EncodeToString(ofSha224[:]))
	show(sha256.New224(), "héllo")
	show(hmac.New(sha256.New224, b), "")
	ofSha256 := sha256.Sum256(b)
	fmt.Println(hex.EncodeToString(ofSha256[:]))
	show(sha256.New(), "héllo")
	show(hmac.New(sha256.New, b), "")
	ofSha384 := sha512.Sum384(b)
	fmt.Println(hex.EncodeToString(ofSha384[:]))
	show(sha512.New384(), "héllo")
	show(hmac.New(sha512.New384, b), "")
	ofSha512 := sha512.Sum512(b)
	fmt.Println(hex.EncodeToString(ofSha512[:]))
	show(sha512.New(), "héllo")
	show(hmac.New(sha512.New, b), "")
}

func main() {
	sums([]byte("abc"))
	sums([]byte{})
}
