# Every codec that is here, every error handler, and what their errors say.
def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


encs = 'utf-8 utf-8-sig ascii latin-1 utf-16 utf-16-be utf-32 utf-32-le'.split()
for name in 'utf8 UTF-8 U8 utf_8 utf_8_sig us-ascii 646 latin1 iso-8859-1 iso8859-1 8859 cp819 L1 utf16 utf-16le utf32 u16'.split():
    show(name, lambda: 'h\xe9'.encode(name, 'replace'))
texts=['abc','h\u00e9llo','\ud55c\uae00','a\U0001F600b','\ud800','x\udc80y','','\u20ac \xff']
for e in encs:
    for t in texts:
        for h in ('strict','ignore','replace','backslashreplace','xmlcharrefreplace','surrogateescape','surrogatepass','nohandler'):
            show(f'{e} {ascii(t)} {h}', lambda: t.encode(e,h))
datas=[b'abc',b'\xff',b'\xed\x95\x9c',b'\xed\x95',b'\xed\xa0\x80',b'a\x80b\xffc',b'\xc3\x28',b'\xf0\x9f\x98\x80',b'\xf0\x9f\x98',b'\xef\xbb\xbfabc',b'\xff\xfea\x00',b'\xfe\xff\x00a',b'a\x00b',b'\x00\xd8\x00\xdc',b'\x00\xd8a\x00',b'\x00\xdc',b'\x00\xd8',b'\xff\xfe\x00\x00a\x00\x00\x00',b'\x00\x00\xfe\xff\x00\x00\x00a',b'a\x00\x00\x00',b'\x00\x00\x00a',b'\xff\xff\xff\xff',b'\x00\xd8\x00\x00',b'abcde', b'',b'\xc0\x80',b'\xf5\x80\x80\x80',b'\xe0\x80\x80',b'\xf4\x90\x80\x80', b'\xe2\x82']
for e in encs:
    for d in datas:
        for h in ('strict','ignore','replace','backslashreplace','xmlcharrefreplace','surrogateescape','surrogatepass','nohandler'):
            show(f'{e} {d} {h}', lambda: ascii(d.decode(e,h)))
def U(f):
    try: f()
    except UnicodeError as e:
        print(type(e).__name__, e.encoding, ascii(e.object), e.start, e.end, e.reason, ascii(e.args))
U(lambda: 'h\xe9\u1234'.encode('ascii'))
U(lambda: b'ab\xffc'.decode('utf-8'))
U(lambda: b'ab\xffc'.decode('ascii'))
U(lambda: 'a\u1234\u1235b'.encode('latin-1'))
U(lambda: '\ud800'.encode())
U(lambda: '\ud800a'.encode('utf-16'))
U(lambda: b'\x00\xd8'.decode('utf-16-le'))
show('ue', lambda: UnicodeEncodeError('ascii','abc',1,2,'why'))
show('ue', lambda: str(UnicodeEncodeError('ascii','abc',1,2,'why')))
show('ue', lambda: str(UnicodeEncodeError('ascii','ab\u1234',2,3,'why')))
show('ue', lambda: str(UnicodeEncodeError('ascii','a\U00012345',1,2,'why')))
show('ue', lambda: str(UnicodeEncodeError('ascii','abc',0,3,'why')))
show('ud', lambda: str(UnicodeDecodeError('ascii',b'abc',1,2,'why')))
show('ud', lambda: str(UnicodeDecodeError('ascii',b'abc',1,3,'why')))
show('ue', lambda: UnicodeError('abc'))
show('enc', lambda: 'a'.encode(5))
show('enc', lambda: 'a'.encode('utf8',5))
show('enc', lambda: 'a'.encode(encoding='ascii',errors='strict'))
show('enc', lambda: 'a'.encode('utf8','strict',3))
show('enc', lambda: 'a'.encode(x=1))
show('dec', lambda: b'a'.decode('utf8','strict',3))
show('dec', lambda: b'a'.decode('nope'))
show('dec', lambda: b''.decode('nope'))
show('dec', lambda: ''.encode('nope'))
show('nul', lambda: ''.encode('a\0b'))
show('str', lambda: str(b'\xff','utf8','replace'))
show('str', lambda: str(b'\xff',errors='replace'))
show('str', lambda: str('a','utf8'))
show('str', lambda: str(5,'utf8'))
show('str', lambda: str(object=b'a',encoding='ascii'))
show('lone', lambda: print('a', '\ud800'))
show('hex', lambda: b'ab'.decode('hex'))
