<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" name="ground" tilewidth="16" tileheight="16" tilecount="8" columns="8">
 <image source="ground.png" width="128" height="16"/>
 <tile id="0" type="Surface">
  <properties>
   <property name="surface" value="sand"/>
  </properties>
 </tile>
 <tile id="1" type="Surface">
  <properties>
   <property name="surface" value="soft"/>
  </properties>
 </tile>
 <tile id="2" type="Surface">
  <properties>
   <property name="surface" value="quicksand"/>
  </properties>
 </tile>
 <tile id="3" type="Surface">
  <properties>
   <property name="surface" value="hardpan"/>
  </properties>
 </tile>
 <tile id="4" type="Surface">
  <properties>
   <property name="surface" value="gravel"/>
  </properties>
 </tile>
 <tile id="5" type="Surface">
  <properties>
   <property name="surface" value="rock"/>
  </properties>
 </tile>
 <tile id="6" type="Surface">
  <properties>
   <property name="surface" value="road"/>
  </properties>
 </tile>
 <tile id="7" type="Surface">
  <properties>
   <property name="surface" value="scrub"/>
  </properties>
 </tile>
 <wangsets>
  <wangset name="sand" type="corner" tile="-1">
   <wangcolor name="a" color="#ff0000" tile="-1" probability="1"/>
   <wangtile tileid="0" wangid="0,1,0,1,0,1,0,1"/>
  </wangset>
 </wangsets>
</tileset>
