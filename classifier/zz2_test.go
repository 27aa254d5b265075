package classifier
import ("testing";"os";"strings";"fmt")
func TestZB(t *testing.T){
 ids:=os.Getenv("ID")
 for _,r:=range corpus(t){ if !strings.Contains(ids,r.ID) {continue}
  m:=r.message(); p:=readPage(m.Subject,m.Text,factsOf(r.Lang))
  h:=hearing{m:m,c:&Context{},p:p,sender:senderOf(m)}
  e:=h.employer()
  s:=""
  for _,c:=range h.employers { s+=fmt.Sprintf(" %s/%s=%.1f",c.name,c.from,c.score)}
  q:=""
  for _,c:=range h.roles { q+=fmt.Sprintf(" %s/%s=%.1f",c.name,c.from,c.score)}
  t.Logf("%s want %q got %q:%s | role want %q:%s\n   S %q\n   B %.450q",r.ID,r.Employer,e.Name,s,r.Role,q,r.Subject,r.Body)
 }
}
