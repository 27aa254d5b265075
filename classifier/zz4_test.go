package classifier_test
import ("bytes";"os";"fmt";"path/filepath";"strings";"testing";"heardback/classifier";"heardback/mailbox";"heardback/round/story")
func TestZStory(t *testing.T){
 files,_:=filepath.Glob("../round/testdata/stories/*.story")
 pat:=os.Getenv("ST")
 for _,path:=range files{
  if pat!="" && !strings.Contains(path,pat){continue}
  text,_:=os.ReadFile(path); s,err:=story.Parse(filepath.Base(path),bytes.NewReader(text)); if err!=nil{t.Fatal(err)}
  for ri,run:=range s.Runs(){ if ri>0 {break}
   var known []classifier.KnownEmployer; _=known
   for _,mail:=range run.Mails(){
    m,err:=mailbox.Parse(bytes.NewReader(mail.Raw),mailbox.Options{Own:[]string{run.Me.Address}}); if err!=nil{t.Fatal(err)}
    c:=classifier.Context{Zone:run.Zone,Me:[]mailbox.Address{{Name:run.Me.Name,Address:run.Me.Address}}}
    f:=classifier.Classify(&m,c,classifier.UserLayer{})
    if mail.Means!="" { k,sub,_:=strings.Cut(mail.Means,"/"); f.Kind=classifier.Kind(k); f.SubKind=classifier.SubKind(sub)}
    classifier.Extract(&m,c,&f)
    if m.Own {continue}
    d:=func(x interface{IsZero() bool;Format(string) string})string{ if x.IsZero(){return "-"}; return x.Format("01-02 15:04")}
    var cs []string
    for _,x:=range f.Contacts{ h:=""; if x.Human{h="h"}; cs=append(cs,fmt.Sprintf("%s<%s>%s%s",x.Name,x.Address,x.Phone,h))}
    fmt.Printf("%s:%d [%s %s %s] FROM %v SUBJ %q\n   EMP %q (%s,%s) ag=%q ROLE %q REQ %q LOC %q C %v form=%s acts=%v\n",filepath.Base(path),mail.Line,f.Language,f.Kind,f.SubKind,m.From,m.Subject,f.Employer.Name,f.Employer.From,f.Employer.Domain,f.Employer.Agency,f.Role,f.Requisition,f.Location,cs,f.Formality,f.Acts)
    for _,st:=range f.Statements{ fmt.Printf("   ST %s until %s bd=%d %q\n",st.Class,d(st.Until),st.BusinessDays,st.Quote)}
    if i:=f.Interview;i!=nil{fmt.Printf("   INT %s-%s prev %s zone=%s %s opt=%d dateonly=%v place=%q\n",d(i.Start),d(i.End),d(i.Previous),i.Zone,i.Method,i.Options,i.DateOnly,i.Place)}
    if f.Deadline!=nil{fmt.Printf("   DL %s %s %q\n",d(f.Deadline.At),f.Deadline.For,f.Deadline.Quote)}
    if os.Getenv("BODY")!=""{fmt.Printf("      | %s\n",strings.ReplaceAll(m.Text,"\n","\n      | "))}
   }
  }
 }
}
