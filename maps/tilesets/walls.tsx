<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="walls" tilewidth="16" tileheight="16" tilecount="416" columns="16">
 <image source="walls.png" width="256" height="416"/>
 <tile id="0" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="1" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="2" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="3" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="4" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="5" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="6" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="7" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="8" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="9" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="10" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="11" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="12" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="13" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="14" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="15" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="16" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="17" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="18" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="19" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="20" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="21" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="22" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="23" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="32" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="33" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="34" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="35" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="36" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="37" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="38" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="39" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="40" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="41" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="42" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="43" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="44" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="45" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="46" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="47" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="48" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="49" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="50" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="51" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="52" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="53" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="54" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="55" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="64" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="65" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="66" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="67" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="68" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="69" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="70" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="71" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="80" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="81" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="82" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="83" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="84" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="85" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="86" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="87" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="96" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="97" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="98" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="99" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="100" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="101" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="102" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="103" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="104" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="105" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="106" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="107" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="112" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="113" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="114" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="115" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="116" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="117" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="118" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="119" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="120" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="121" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="122" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="123" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="128" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="129" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="130" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="131" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="132" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="133" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="134" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="137" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="138" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="139" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="144" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="145" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="146" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="147" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="148" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="149" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="150" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="153" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="154" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="155" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="160" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="161" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="162" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="163" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="164" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="165" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="166" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="169" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="170" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="171" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="176" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="177" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="192" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="193" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="194" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="195" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="196" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="197" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="198" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="199" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="200" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="201" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="202" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="203" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="204" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="205" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="206" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="207" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="216" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="217" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="218" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="219" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="220" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="221" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="222" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="223" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="224" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="225" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="226" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="227" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="228" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="229" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="230" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="231" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="232" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="233" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="234" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="235" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="236" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="237" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="238" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="250" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="251" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="252" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="253" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="254" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="268" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="269" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="270" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="272" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="273" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="274" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="275" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="276" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="277" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="278" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="279" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="280" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="281" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="282" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="283" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="284" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="285" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="288" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="289" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="290" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="291" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="294" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="295" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="296" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="297" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="298" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="299" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="300" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="301" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="310" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="311" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="312" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="313" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="314" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="315" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="316" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="317" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="326" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="327" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="328" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="329" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="330" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="331" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="332" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="333" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="342" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="343" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="344" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="345" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="346" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="347" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="348" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="349" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="352" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="353" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="354" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="355" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="356" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="357" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="358" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="359" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="360" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="361" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="362" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="363" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="364" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="365" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="366" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="367" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="375" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="376" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="377" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="378" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="379" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="380" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="384" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="8" width="16" height="8"/>
  </objectgroup>
 </tile>
 <tile id="385" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="386" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="387" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="388" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="389" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="390" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="391" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="392" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="393" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="394" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="395" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="396" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="397" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="398" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="401" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="402" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="403" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="404" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="405" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="406" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="407" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="408" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="409" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="410" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="411" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="412" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="413" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
 <tile id="414" type="Wall">
  <properties>
   <property name="hides" propertytype="Hides" value="high"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="0" y="0" width="16" height="16"/>
  </objectgroup>
 </tile>
</tileset>
