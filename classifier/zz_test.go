package classifier
import ("testing";"fmt";"os";"bufio";"encoding/json";"strings";"heardback/mailbox";nm "net/mail")
func TestRoles(t *testing.T){
 f,_:=os.Open(os.Getenv("ROWS")); sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<20)
 want:=strings.Fields(os.Getenv("IDS"))
 for sc.Scan(){ var r struct{Id,From,Subject,Body,Role,Employer,Lang,Label string}; json.Unmarshal(sc.Bytes(),&r)
  ok:=false; for _,w:=range want { if strings.HasSuffix(r.Id,w) {ok=true} }; if !ok {continue}
  a,_:=nm.ParseAddress(r.From); m:=&mailbox.Message{Subject:r.Subject,Text:r.Body}
  if a!=nil { m.From=[]mailbox.Address{{Name:a.Name,Address:a.Address}} }
  p:=readPage(m.Subject,m.Text,factsOf(r.Lang)); 
  h:=hearing{m:m,c:&Context{},p:p,sender:senderOf(m)}
  e:=h.employer()
  fmt.Println("##",r.Id,"WANT",r.Role,"|",r.Employer,"GOT",h.title(e.Name),"|",e.Name)
  if os.Getenv("V")!="" {
  for _,c:=range h.roles {fmt.Printf("    role %.1f %s %q\n",c.score,c.from,c.name)}
  for _,c:=range h.employers {fmt.Printf("    empl %.1f %s %q\n",c.score,c.from,c.name)}
  for _,k:=range p.cues { fmt.Printf("    cue %s %q\n", cueNames[k.cue], p.phrase(int(k.from),int(k.to)).text) }}
  p.free()
 }
}
