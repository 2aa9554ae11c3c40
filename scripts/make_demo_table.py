#!/usr/bin/env python3
"""Makes the demo's food table from the USDA's abbreviated file, with names that people can read.

    scripts/make_demo_table.py usda_sr26.tsv Sources/village/Demo/usda_sr26.tsv.gz

The input is tab-separated with a header and the columns id and name among others; every other column is kept as
it is. Names are shouted and clipped in the source ("BNS,CND,SOL&LIQUIDS"); they come out as
"beans, canned, solids and liquids". The same input gives the same bytes.
"""

import gzip
import re
import sys

LENGTH_MAX = 120

# Abbreviations of the source, by word. Most are the USDA's own list; the rest are clippings seen in the file.
WORDS = """
abb,abbo,abbt=abbott al=all algds,allgrd=all grades almd=almond american,americn=american appl,appls=apple
applsauc=applesauce approx=approximately asprt=aspartame assu=assorted astrln,aus,aust,astrl=Australian
babyfood,babyfoo,babyfd=baby food bev,beve=beverage bf=beef bkd=baked bl=blade bld=boiled blk=black blkeyes=blackeyes
blde=blade bn=bun bnl,bnle,bnles,bnless,bnls,bnlss,bls=boneless bne=bone bns=beans brd=bread
brding,brng,breding,brdng=breading brgr,brger=burger brk=break brkfst,brkfs=breakfast brld=broiled brl,brlr,broilr,brolr=broiler
brolrs=broilers brsd,brs=braised brst=breast brth=broth bry=berry bsd=based bstn=Boston btld=bottled btr,butr=butter
btrmlk,bttrmlk,butmlk,buttmlk=buttermilk bttm=bottom brwn,brn=brown bte=bite bwl=bowl bwls=bowls ca=calcium
caff,caffen,caffn=caffeine cal,calo=calorie cand=candied ch,choic,chc=choice chs=cheese chsbrgr=cheeseburger
chck,chk=chuck chckn,chick,chkn,chikn,chic,chiken=chicken chdr=cheddar chnky=chunky choc=chocolate chol=cholesterol chopd=chopped
chps=chops chry=cherry cin,cinn=cinnamon ck,ckd,cked=cooked cld=clod clm=clam clssc,clssic=classic clstrs=clusters
cmdty,commod=commodity cnd=canned cntr=center cndmnt,condmnt,condmnts=condiments cntry,contry,ctry=country coatd=coated cocnt=coconut
comm,commer=commercial commly=commercially comp=composite conc=concentrate cond=condensed concd=concentrated
contns=contains crd=cured crl=cereal crm=cream crmd=creamed crmy=creamy crnkl=crinkle crrt=carrot crst=crust crspy=crispy
crwdr=crowder ctg,cttg,cttge=cottage cttnsd=cottonseed dbl,dble=double decaffe=decaffeinated defatd=defatted dehyd=dehydrated
dil=diluted den,denr=Denver dk=dark dom=domestic drk=drink drmstk,drumstk=drumstick drnd=drained drsg,drsng=dressing dssrt=dessert
duckl=duckling eng,engl=English engy=energy enh,enhcd,enhced=enhanced enr,enched=enriched eq=equal euro=European
evap=evaporated ex=extra extrdd=extruded fd=food fds=foods flav,flavor,flv,flvr=flavor flr=flour flks=flakes flsh=flesh
fst=fast fort=fortified frch,frnch=French frm=from froz,frz=frozen frsh=fresh frstd=frosted frstng=frosting
frt=fruit fru=fruit fryr=fryer fryrs=fryers fsh=fish ft,fa=fat ftfree=fat free fudg=fudge gds,grds,grd=grades gld,gldn=golden
glaz=glaze gm=grams gr=grade grilld,grild,grld,grll,grlled,grl,grilled,grllld,grled=grilled grlic=garlic grn=green grns=greens
grnls=granules grp=grape grvy=gravy grssfd,grsfd=grass-fed hi=high hlf=half hlthy=healthy hmburgr,hambrger=hamburger hny=honey htd=heated hvy=heavy
h2o=water hydr,hydrog=hydrogenated immat,immtre=immature imitn=imitation imp=imported inc,incl,incld=includes indus=industrial inf=infant
insde,insd=inside inst=instant ir,irn,iro=iron ital,italia,itlian,itln=Italian jck=jack jr=junior juc=juice jucs,juics=juices
kellg,kellog=Kellogg krnls=kernels l=lean lc=liquid concentrate lact=lactose lemn=lemon lf=loaf liq=liquid litl,littl,ltl,lil=little
lip_on,lipon=lip-on lipoff=lip-off ln=lean lo=low lofat=lowfat lrg=large lt=light mac=macaroni marg=margarine
marshmllw=marshmallow mayo=mayonnaise mcrwvable,mcrwvbl=microwavable mde=made mdl=middle med=medium mex=Mexican micro=microwave
min=minute mincd=minced mpl,mple=maple mrbl,mrb=marbling mshd=mashed mshrm,mushrm=mushroom mshrms,mushrms=mushrooms mture,mtre=mature
mx=mix mxd=mixed na=sodium nat,natur=natural nfsmi=NFSMI nodle,noodl=noodle novl,novlt,nvl=novelty nutr,nutrit=nutrition nz=New Zealand
oly,ony=only onlyskn=only skin org,orig,ori=original orgnic=organic ornge=orange otsde,outsd,outsde=outside othr=other ovn=oven
parbld=parboiled parhyd=partially hydrogenated past=pasteurized paty,ptty=patty pdr,pd=powder pep,pepp,peppr,pepr,pppr=pepper
peprni=pepperoni pk=pack pln,plan=plain plte=plate pmesan=Parmesan pnappl=pineapple pnt,pnut=peanut pnts,pnuts=peanuts pot=pot
potato=potato prch=purchased prdct=product precked=precooked preckd=precooked prem=premium prep,prp=prepared pretz=pretzel prk=pork proc=processed
prod=product prop=propionate prot=protein prtrhs=porterhouse pst,psta=pasta ptit=petite pudd=pudding purch=purchased qkr=Quaker rasp=raspberry
rb,rbs=rib rbeye=ribeye rcip,rcp,rcpe,recip=recipe rd=round rec,recon,recn=reconstituted refr,refri=refrigerated reg=regular rehtd=reheated
replcmnt=replacement rg=regular rst=roast rmvd=removed rnd=round rqst,reqst,requst,reques=request rstd,rsted,rost=roasted rtb=ready-to-bake rtd=ready-to-drink
rte=ready-to-eat rtf=ready-to-feed rth=ready-to-heat rtl=retail rts=ready-to-serve rw=raw sacc=saccharin sau=sauce
saus,sausge,ssage,ssge=sausage scallpd=scalloped scr=score scrmbld=scrambled sd=seed sds=seeds sel=select sgr=sugar shk=shank shld,shldr,shdr,shdlr=shoulder
shrd=shredded shrt=short simmrd=simmered sin,sing,sng=single sirl,sirlin,sirln,sirlon,srln,srl=sirloin skn=skin skns=skins sknlss=skinless skrt=skirt
slc,slce=slice slw=slow sml=small smend,smlend,smlnd=small end smmr=summer smrt=smart sndwch=sandwich snk,snkf=snack sol=solids soln=solution soybn=soybean sp=species
spl=special sprd=spread sprl,spirl=spiral sqsh=squash stmd=steamed std=standard stek,stk=steak steks,stks=steaks stl=style str=strained straw,strawb=strawberry stufd=stuffed
styl=style stwd=stewed sub=substitute supp=supplement svry=savory swt=sweet swtnd=sweetened swtnr=sweetener syr,syru=syrup sz,sze=size tdrln,tendrln,tndrln=tenderloin
thgh=thigh thn=thin thns=thins tky=turkey tmto,tomo,tmt=tomato tndr=tender topln,tplon=top loin toploinstk=top loin steak toprnd=top round tp=top trky,turk=turkey
trop=tropical tstd=toasted tstr=toaster undbl,undble=under blade und,undr=under undil=undiluted unckd=uncooked uncrmd=uncreamed unenr=unenriched
unhtd=unheated unprep=unprepared unspec=unspecified unswtnd=unsweetened van=vanilla var=varieties veg=vegetable vege=vegetable vit,vt=vitamin vitmns=vitamins vlm=volume
vpp=vegetable protein product wgyu=Wagyu wh=white whl=whole whlgrn=whole grain wht=wheat whts=wheats whtnr=whitener wld=wild wntr=winter xcpt=except yel=yellow yng=young
sthrn=southern sthwest,southw=southwest mrblscr,mrbscr=marbling score sulfured=sulfured todd,toddl,toddler=toddler tod=toddler fe=feed lipi=lipil infml=infant
"""

# Pairs of words that say together what neither says alone; tried before the single words.
PHRASES = [
    (r"\bFRENCH FR\b", "French fries"),
    (r"\bFRNCH FR\b", "French fries"),
    (r"\bFAT FR(EE)?\b", "fat free"),
    (r"\bFT FR(EE)?\b", "fat free"),
    (r"\bFT FDS\b", "fast foods"),
    (r"\bRED (FAT|CAL|NA|SODIUM)\b", r"reduced \1"),
    (r"\bPART HYDR(OG)?\b", "partially hydrogenated"),
    (r"\bSP\b(?=[,)]|$)", "species"),
    (r"\bL ?& ?F\b", "lean and fat"),
    (r"\bAL?L? GR?D?S?\b(?=,| |$)", "all grades"),
    (r"\bVIT(AMINS?)? A\b", "VITAMIN_A"),
    (r"\bUNDE?R? BLD?\b", "under blade"),
    (r"(?<=&)BLD\b|\bBLD(?=[ ,]*STEAK|[ ,]*RST)", "blade"),
    (r"\bCHO?C,(?=CKD|RAW|RW)", "choice,"),
    (r"\bCHC\b(?=,PREP)", "chocolate"),
    (r"\bTOP LN\b|\bTP LO?N\b", "top loin"),
    (r"\bSHRT LN\b", "short loin"),
    (r"(?<=^BEEF,)LO?N(?=,)", "loin"),
    (r"\b(CRM|CRL|CHICK|PORK|BEEF|BF) SUB\b(?= ON)", r"\1 sub"),
    (r"\bSUB ON\b", "sandwich on"),
    (r"\b([A-Z]+) CON ([A-Z]+)", r"\1 con \2"),
]

# Words that keep a capital: makers, peoples, places. A maker's possessive ("Kellogg's") follows its maker.
NAMES = """
Abbott Alaska Alaskan Alfredo America American Apache Applebee Archway Arizona Asian Atlantic Austin Australian Aztec Baskin Betty Bimbo Bologna Boston Brazil Brazilnuts Breyers Brussels
Budweiser Buddig Burger Caesar California Campbell Canadian Carl Chinese Chobani Cornish Crocker Dannon Dasani Denny Denver Digiorno Domino Dutch Eggo Enfamil England English European
Evian Farley Florida Franco Friday French Gatorade Gardenburger Gerber German Greek Hawaii Heinz Hershey Hopi Hormel Hubbard Idaho Indian Indians Irish Isomil Italian Jackson Japan Japanese Jello
Johnson Kashi Keebler Kellogg Kentucky Klondike Kraft Krispies Latino Lebanon Linda Lipton Loma Louis Manhattan Mars Martha Maryland Mayer McDonald Mead Mexican Mexico Mori Morningstar Murray Nabisco
Nasoya Navajo Nestle Nestea Newman Oreo Oriental Oscar Pacific Parmesan Pepsi Pillsbury Plains Poland Polish Popeyes Prego Prosobee Quaker Ralston Reese Ritz Roquefort Roman Romano Russian
 Scottish Shoshone Similac Slimfast Snickers Spam Spanish Splenda Starburst Steller Stouffer Subway Sunkist Swanson Swiss Tabasco Texas Thomas Tostitos Turkish Twix USDA US USA Ute Vienna Vietnamese
Vitasoy Wagyu Wendy Welch Weston Worthington Wyeth Zealand Zealander Kahlua Skittles Cheerios Chex Wheaties Pringles Doritos Cheetos Fritos Sprite Fanta Coca-Cola Coke Dew Kat NFSMI
"""


def table(text):
    pairs = {}
    for entry in re.split(r"\s(?=[a-z0-9_,]+=)", text.strip()):
        keys, _, words = entry.partition("=")
        for key in keys.split(","):
            pairs[key.upper()] = " ".join(words.split())
    return pairs


EXPANSIONS = table(WORDS)
CAPITALS = {name.lower(): name for name in NAMES.split()}
CAPITALS["mcdonald"] = "McDonald"
# One letter is a vitamin, a mineral or a name ("Special K"), never a word to lower.
LETTERS = set("BCDEGIJKPTVXZ")


def readable(name):
    """The name in words: "BNS,CND,SOL&LIQUIDS" becomes "beans, canned, solids and liquids"."""
    text = name.upper().replace("''", "'").strip('"')
    for pattern, replacement in PHRASES:
        text = re.sub(pattern, replacement.upper(), text)
    text = re.sub(r"\bWO ?/ ?", "WITHOUT ", text)
    text = re.sub(r"\bW ?/ ?(?![0-9])", "WITH ", text)
    text = re.sub(r"\bW/ ?(?=[0-9])", "WITH ", text)
    text = re.sub(r"(\d)\s*\"", r"\1 INCH", text)
    text = re.sub(r"INCH(?=[A-Z])", "INCH ", text)
    text = re.sub(r"(?<=[A-Z]) ?& ?(?=[A-Z])|,&| & ", lambda m: ", AND " if m[0] == ",&" else " AND ", text)
    text = re.sub(r"\bM AND M\b", "M&M", text)
    text = re.sub(r"[,;](?=\S)", lambda m: m[0] + " ", text)
    text = re.sub(r"(\d), (?=\d{3}\b)", r"\1,", text)
    text = re.sub(r"\s*/\s*(?=[A-Z])", "/", text)
    words = [word_of(word) for word in re.split(r"([A-Z0-9&%._]+(?:'[A-Z]+)?)", text)]
    text = "".join(words)
    text = re.sub(r"\b(\w+)(, \1)+('s)\b", r"\1\3", text, flags=re.IGNORECASE)  # "Kellogg, Kellogg's"
    text = re.sub(r"\s+", " ", text).strip(" ,")
    return re.sub(r" ([,;)])", r"\1", re.sub(r"\( ", "(", text))


def word_of(word):
    """One word as it is read; what stands between words is left alone."""
    if not re.fullmatch(r"[A-Z0-9&%._]+(?:'[A-Z]+)?", word):
        return word
    stem, apostrophe, ending = word.partition("'")
    if not apostrophe and stem in EXPANSIONS:
        return EXPANSIONS[stem]
    if stem == "VITAMIN_A":
        return "vitamin A"
    if stem in LETTERS and not apostrophe:
        return stem
    tail = apostrophe + ending.lower()
    lowered = stem.lower()
    bare = lowered.rstrip(".")
    if bare in CAPITALS:
        return CAPITALS[bare] + lowered[len(bare):] + tail
    if stem == "M&M" or re.fullmatch(r"[A-Z]\.[A-Z.]*|V8|DHA|ARA", stem):
        return stem + tail
    return lowered + tail


def main(source, target):
    with open(source, encoding="utf-8") as file:
        header, *rows = [line.rstrip("\n").split("\t") for line in file]
    id_column, name_column = header.index("id"), header.index("name")
    taken = {}
    for row in rows:
        label = readable(row[name_column])
        if len(label) > LENGTH_MAX:
            raise SystemExit(f"{row[id_column]}: {len(label)} characters: {label}")
        if label.lower() in taken:
            label = f"{label} (NDB {row[id_column]})"
        taken[label.lower()] = row[id_column]
        row[name_column] = label
    text = "".join("\t".join(row) + "\n" for row in [header, *rows])
    with open(target, "wb") as file, gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as zipped:
        zipped.write(text.encode("utf-8"))
    print(f"{len(rows)} foods, {len(text)} bytes before compression")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
