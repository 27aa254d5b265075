package classifier
import ("testing";"os";"time")
func TestZZ(t *testing.T){
 lang,txt:=os.Getenv("L"),os.Getenv("T")
 p:=readPage("",txt,factsOf(lang)); p.readDates(time.Date(2027,3,1,10,0,0,0,time.UTC),false)
 for s:=range p.sents { t.Logf("SENT %q",p.whole(s)); for _,k:=range p.in(s){ q:=""; for i:=k.from;i<k.to;i++{q+=string(p.word(int(i)))+" "}; t.Logf("   %s: %s",cueNames[k.cue],q)}
  for _,w:=range p.whensIn(s){ q:=""; for i:=w.first;i<w.last;i++{q+=p.written(i)+" "}; t.Logf("   WHEN %q day=%v until=%v clock=%v %d:%d-%d by=%v within=%v span=%+v elsewhere=%v old=%v",q,w.day.Format("01-02"),w.until.Format("01-02"),w.clock,w.hour,w.min,w.endHour,w.by,w.within,w.span,p.elsewhere(s,&w),p.old(&w))}
 }
}
